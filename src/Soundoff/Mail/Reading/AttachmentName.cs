using System.Collections.Frozen;
using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary>Makes file names safe to store and to offer on every system.</summary>
internal static class AttachmentName
{
    private const int Longest = 100;
    private const int LongestEnding = 12;

    // Windows keeps these for devices, with any ending.
    private static readonly FrozenSet<string> Reserved = new[] { "con", "prn", "aux", "nul", "conin$", "conout$" }
        .Concat(Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ending with its dot, lower case, whatever white space hides it; empty when there is none.</summary>
    public static string Ending(string? name)
    {
        if (name is null) return "";
        var bare = Bare(name);
        var dot = bare.LastIndexOf('.');
        return dot < 0 || bare.Length - dot is < 2 or > LongestEnding + 6 ? "" : bare[dot..].ToLowerInvariant();
    }

    /// <summary>
    /// Without paths, control characters and signs that turn its direction; not a device's name; at most 100 characters; with the one ending that tells what the
    /// file is.
    /// </summary>
    public static string Clean(string? given, AttachmentKind kind)
    {
        var name = given is null ? "" : Bare(given);
        var ending = Ending(name);
        var stem = name[..^ending.Length].TrimEnd('.', ' ');
        if (stem.Length == 0) stem = Untitled(kind.Type);

        // "photo.jpg.exe" must not be taken for a photo: only the last dot is one.
        stem = stem.Replace('.', '_');
        if (Reserved.Contains(stem)) stem = $"_{stem}";
        ending = Fitting(ending, kind);
        var room = Longest - ending.Length;
        if (stem.Length > room) stem = stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)].TrimEnd();
        return stem + ending;
    }

    // A picture is called like one, whatever it says; a document's ending is what its reader goes by.
    private static string Fitting(string ending, AttachmentKind kind)
    {
        if (kind.Ending is null) return ending.Length > 0 ? ending : ".bin";
        if (ending.Length == 0) return kind.Ending;
        if (kind.Handling != AttachmentHandling.Shown || Same(ending, kind)) return ending;
        return kind.Ending;
    }

    private static bool Same(string ending, AttachmentKind kind) => ending == kind.Ending || (ending, kind.Ending) switch
    {
        (".jpeg" or ".jpe" or ".jfif", ".jpg") => true,
        (".mp4" or ".m4b" or ".aac" or ".m4r", ".m4a") => true,
        (".ogg" or ".oga", ".opus") => true,
        (".oga", ".ogg") => true,
        (".wave", ".wav") => true,
        (".aif" or ".aifc", ".aiff") => true,
        (".heif", ".heic") => true,
        (".webm", ".weba") => true,
        (".amr", ".3gp") => true,
        _ => false,
    };

    private static string Untitled(string type) => type.Split('/')[0] switch
    {
        "audio" => "audio",
        "image" => "picture",
        "video" => "film",
        "message" => "message",
        _ => type is "text/calendar" ? "event" : type is "text/vcard" or "text/x-vcard" ? "contact" : "file",
    };

    private static string Bare(string given)
    {
        var name = given.AsSpan(0, Math.Min(given.Length, 4096));

        // RFC 2231 forms that were put into the plain parameter, or name no charset (section 4): utf-8''r%C3%A9sum%C3%A9.pdf, ''notes%20two.pdf.
        if (name.IndexOf("''") is >= 0 and <= 20 and var mark && name.Contains('%')) name = Uri.UnescapeDataString(name[(mark + 2)..]);
        name = name[(name.LastIndexOfAny('/', '\\') + 1)..];
        var clean = new StringBuilder(name.Length);
        foreach (var sign in HeaderText.OneLine(name.ToString(), 1000).Normalize(NormalizationForm.FormC))
            if (sign is not ('\u200E' or '\u200F' or '\u061C')) clean.Append(sign is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '\uFFFD' ? '_' : sign);
        var dot = clean.ToString().LastIndexOf('.');
        if (dot < 0) return clean.ToString().Trim(' ', '.');

        // "invoice.pdf      .exe": what stands before an ending is one word with it.
        var text = clean.ToString();
        return $"{text[..dot].TrimEnd()}.{text[(dot + 1)..].Trim()}".Trim(' ', '.');
    }
}
