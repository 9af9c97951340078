using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Soundoff.Mail.Sorting;

/// <summary>
/// The message ids we give, <c>{kind}.{show}.{slug or nothing}.{id}@{domain}</c> without angle brackets, so that an answer finds its episode by
/// <c>In-Reply-To</c> alone. Names in other scripts are written in base 32 of their UTF-8 behind an underscore: an id is ASCII (RFC 5322 section 3.6.4), and some
/// systems change the case of what they quote.
/// </summary>
/// <param name="Kind">What the message is, lower-case letters: <c>ack</c>, <c>link</c>, <c>forward</c>, <c>bundle</c>, <c>relay</c>, <c>digest</c>.</param>
/// <param name="Show">The show's name.</param>
/// <param name="Slug">The episode; null for the show at large.</param>
/// <param name="Id">Letters, digits and hyphens: what makes it unique.</param>
/// <param name="Domain">The mail domain, lower case.</param>
public sealed record OurMessageId(string Kind, string Show, string? Slug, string Id, string Domain)
{
    // A line of mail holds 998 octets with the field's name, and In-Reply-To may not break an id.
    private const int MaxLength = 900;
    private const string Digits = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Writes the id, without angle brackets. A slug that would make it longer than 900 characters is left out.</summary>
    /// <exception cref="ArgumentException"><see cref="Kind"/> or <see cref="Id"/> holds other signs than letters, digits and hyphens.</exception>
    public override string ToString()
    {
        if (!IsPlain(Kind) || !IsPlain(Id)) throw new ArgumentException("The kind and id of a message id are lower-case letters, digits and hyphens.");
        var whole = $"{Kind}.{Encode(Show)}.{Encode(Slug ?? "")}.{Id}@{Domain}";
        return whole.Length <= MaxLength ? whole : $"{Kind}.{Encode(Show)}..{Id}@{Domain}";
    }

    /// <summary>Reads an id as it stands in a header field, with or without angle brackets; false for ids of others.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OurMessageId? id)
    {
        id = null;
        if (text is null || text.Length > MaxLength + 2) return false;
        var bare = text.Trim().TrimStart('<').TrimEnd('>').ToLowerInvariant();
        var at = bare.LastIndexOf('@');
        if (at <= 0 || at == bare.Length - 1) return false;
        var parts = bare[..at].Split('.');
        if (parts.Length != 4 || !IsPlain(parts[0]) || !IsPlain(parts[3])) return false;
        if (Decode(parts[1]) is not { Length: > 0 } show || Decode(parts[2]) is not { } slug) return false;
        id = new OurMessageId(parts[0], show, slug.Length > 0 ? slug : null, parts[3], bare[(at + 1)..]);
        return true;
    }

    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Encode(string name)
    {
        if (name.Length == 0 || IsPlain(name)) return name;
        var written = new StringBuilder("_");
        var (bits, count) = (0, 0);
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            (bits, count) = ((bits << 8) | octet, count + 8);
            while (count >= 5) written.Append(Digits[(bits >> (count -= 5)) & 31]);
            bits &= (1 << count) - 1;
        }

        if (count > 0) written.Append(Digits[(bits << (5 - count)) & 31]);
        return written.ToString();
    }

    private static string? Decode(string written)
    {
        if (written.Length == 0 || IsPlain(written)) return written;
        if (written[0] != '_') return null;
        var octets = new List<byte>(written.Length);
        var (bits, count) = (0, 0);
        foreach (var sign in written.AsSpan(1))
        {
            var digit = Digits.IndexOf(sign, StringComparison.Ordinal);
            if (digit < 0) return null;
            (bits, count) = ((bits << 5) | digit, count + 5);
            if (count < 8) continue;
            octets.Add((byte)(bits >> (count -= 8)));
            bits &= (1 << count) - 1;
        }

        return Encoding.UTF8.GetString([.. octets]);
    }
}
