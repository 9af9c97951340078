namespace Soundoff.Site;

/// <summary>Media types by file ending, as feeds and browsers want them.</summary>
public static class MediaTypes
{
    /// <summary>The type of what is to be saved, and never shown.</summary>
    public const string Bytes = "application/octet-stream";

    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/x-m4a",
        [".aac"] = "audio/aac",
        [".ogg"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".flac"] = "audio/flac",
        [".wav"] = "audio/wav",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".srt"] = "application/x-subrip; charset=utf-8",
        [".json"] = "application/json",
        [".txt"] = "text/plain; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
        [".pdf"] = "application/pdf",
        [".mp4"] = "video/mp4",
        [".zip"] = "application/zip",
        [".csv"] = "text/csv; charset=utf-8",
    };

    private static readonly HashSet<string> Still = ["text/plain", "text/vtt", "text/csv", "application/x-subrip", "application/json", "application/pdf", "application/zip"];

    /// <summary>The type of an ending with its dot, whatever query an address has after it; texts with their charset, unknown endings as bytes.</summary>
    public static string Of(string extension) => ByExtension.GetValueOrDefault(extension.Split('?')[0], Bytes);

    /// <summary>Whether a browser only shows or plays what has this type: nothing in it runs, or changes a page, on the site's own origin.</summary>
    public static bool IsStill(string type) => Still.Contains(Bare(type)) || (type.Split('/')[0] is "audio" or "video" or "image" && type != ByExtension[".svg"]);

    /// <summary>The type as feeds name it, without a charset.</summary>
    public static string Bare(string type) => type.Split(';')[0];
}
