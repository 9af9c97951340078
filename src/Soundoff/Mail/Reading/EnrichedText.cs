using System.Buffers;
using System.Text;

namespace Soundoff.Mail.Reading;

/// <summary><c>text/enriched</c> (RFC 1896) and its forerunner <c>text/richtext</c> (RFC 1341 section 7.1.3) as plain text: the words, the lines and the quotations.</summary>
internal static class EnrichedText
{
    // The longest name of a formatting command (RFC 1896 section 2).
    private const int LongestCommand = 60;

    private static readonly SearchValues<char> CommandSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        int unfilled = 0, excerpts = 0, unseen = 0;
        for (var at = 0; at < text.Length;)
        {
            var sign = text[at];
            if (sign is '\r' or '\n')
            {
                var ends = LineEnds(text, ref at);

                // One line end is a space, more are one less, unless they are told to stay.
                if (unseen > 0) continue;
                if (unfilled == 0 && ends == 1) plain.Append(' ');
                else Break(plain, unfilled > 0 ? ends : ends - 1, excerpts);
                continue;
            }

            if (sign == '<' && text.AsSpan(at).StartsWith("<<"))
            {
                if (unseen == 0) plain.Append('<');
                at += 2;
                continue;
            }

            if (sign != '<' || Command(text, at) is not { } command)
            {
                if (unseen == 0) plain.Append(sign);
                at++;
                continue;
            }

            at += command.Length + 2;
            switch (command.ToLowerInvariant())
            {
                case "nofill": unfilled++; break;
                case "/nofill": unfilled = Math.Max(0, unfilled - 1); break;
                case "param" or "comment": unseen++; break;
                case "/param" or "/comment": unseen = Math.Max(0, unseen - 1); break;
                case "excerpt":
                    if (plain.Length > 0 && plain[^1] == '\n') plain.Append("> ");
                    else Break(plain, 1, excerpts + 1);
                    excerpts++;
                    break;
                case "/excerpt": Break(plain, 1, excerpts = Math.Max(0, excerpts - 1)); break;
                case "nl": Break(plain, 1, excerpts); break;
                case "paragraph" or "/paragraph" or "np": Break(plain, 2, excerpts); break;
                case "lt": plain.Append('<'); break;
            }
        }

        return plain.ToString();
    }

    private static int LineEnds(string text, ref int at)
    {
        var ends = 0;
        for (; at < text.Length && text[at] is '\r' or '\n'; at++)
            if (text[at] == '\n' || at + 1 == text.Length || text[at + 1] != '\n') ends++;
        return ends;
    }

    private static string? Command(string text, int at)
    {
        var end = text.AsSpan(at + 1, Math.Min(LongestCommand, text.Length - at - 1)).IndexOf('>');
        if (end <= 0) return null;
        var command = text.AsSpan(at + 1, end);
        return command.TrimStart('/').ContainsAnyExcept(CommandSigns) ? null : command.ToString();
    }

    private static void Break(StringBuilder plain, int ends, int excerpts)
    {
        for (var i = 0; i < ends; i++)
        {
            plain.Append('\n');
            if (excerpts > 0) plain.Append('>', Math.Min(excerpts, 20)).Append(' ');
        }
    }
}
