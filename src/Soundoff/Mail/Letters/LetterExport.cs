using System.Globalization;
using System.Text;
using Soundoff.Mail.Receiving;

namespace Soundoff.Mail.Letters;

/// <summary>Hands a show's letters over: raw messages as a mailbox file, or what was understood as a table.</summary>
public sealed class LetterExport(LetterStore letters, MailStore mails)
{
    private static readonly string[] Columns = ["id", "received", "class", "rule", "episode", "state", "name", "address", "place", "subject", "text", "attachments"];

    /// <summary>
    /// Writes the raw messages that are still kept, newest first, as a mailbox file (RFC 4155; lines that begin with "From " are escaped as mboxrd does).
    /// </summary>
    public async Task WriteMboxAsync(string show, Stream output, CancellationToken cancellation)
    {
        await foreach (var letter in letters.ListAsync(show, cancellation))
        {
            if (await LetterReading.OpenAsync(mails, letter.Id, cancellation) is not var (_, raw)) continue;
            var date = letter.Received.UtcDateTime.ToString("ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture);
            await output.WriteAsync(Encoding.ASCII.GetBytes($"From MAILER-DAEMON {date}\n"), cancellation);
            await output.WriteAsync(Escaped(raw), cancellation);
            await output.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }

    /// <summary>Writes a table of all letters, newest first (RFC 4180, UTF-8). What a spreadsheet would run as a formula is quoted.</summary>
    public async Task WriteCsvAsync(string show, Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync(Line(Columns), cancellation);
        await foreach (var listed in letters.ListAsync(show, cancellation))
        {
            if (await letters.WithContentAsync(listed, cancellation) is not { Content: { } content } letter) continue;
            await output.WriteAsync(Line(
            [
                letter.Id, letter.Received.ToString("O", CultureInfo.InvariantCulture), letter.Class.ToString().ToLowerInvariant(), letter.Rule, letter.Episode ?? "",
                letter.State.ToString().ToLowerInvariant(), content.Name ?? "", content.Address ?? "", content.Place ?? "", content.Subject, content.Text,
                string.Join("; ", content.Attachments.Select(a => a.Name)),
            ]), cancellation);
        }
    }

    private static byte[] Line(IEnumerable<string> fields) => Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Field)) + "\r\n");

    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    // mboxrd: a sign more before every line that is, behind any number of signs, "From ".
    private static byte[] Escaped(byte[] raw)
    {
        using var escaped = new MemoryStream(raw.Length + 64);
        foreach (var range in raw.AsSpan().Split((byte)'\n'))
        {
            var line = raw.AsSpan(range).TrimEnd((byte)'\r');
            if (line.TrimStart((byte)'>').StartsWith("From "u8)) escaped.WriteByte((byte)'>');
            escaped.Write(line);
            escaped.WriteByte((byte)'\n');
        }

        return escaped.ToArray();
    }
}
