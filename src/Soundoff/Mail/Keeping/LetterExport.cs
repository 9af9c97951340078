using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Receiving;
using Soundoff.Texts;

namespace Soundoff.Mail.Keeping;

/// <summary>Hands shows' letters over: raw messages as a mailbox file, or what was understood as a table.</summary>
public sealed class LetterExport(LetterStore letters, MailStore mails)
{
    private static readonly string[] Columns = ["show", "id", "received", "class", "rule", "episode", "state", "name", "address", "place", "subject", "text", "attachments"];

    /// <summary>
    /// Writes the raw messages that are still kept, newest first, as a mailbox file (RFC 4155; lines that begin with "From " are escaped as mboxrd does).
    /// </summary>
    /// <param name="shows">Whose letters, one show after the other.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many were written.</returns>
    public async Task<int> WriteMboxAsync(IEnumerable<string> shows, Stream output, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var letter in OfAsync(shows, cancellation))
        {
            if (await LetterReading.OpenAsync(mails, letter.Id, cancellation) is not var (_, raw)) continue;
            // As asctime writes it: a day of one digit has a space before it.
            var received = letter.Received.UtcDateTime;
            var date = string.Create(CultureInfo.InvariantCulture, $"{received:ddd MMM} {received.Day,2} {received:HH:mm:ss yyyy}");
            await output.WriteAsync(Encoding.ASCII.GetBytes($"From MAILER-DAEMON {date}\n"), cancellation);
            await output.WriteAsync(Escaped(raw), cancellation);
            await output.WriteAsync("\n"u8.ToArray(), cancellation);
            count++;
        }

        return count;
    }

    /// <summary>Writes a table of all letters, newest first (RFC 4180, UTF-8). What a spreadsheet would run as a formula is quoted.</summary>
    /// <param name="shows">Whose letters, one show after the other.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many were written.</returns>
    public async Task<int> WriteCsvAsync(IEnumerable<string> shows, Stream output, CancellationToken cancellation)
    {
        var count = 0;
        await output.WriteAsync(Line(Columns), cancellation);
        await foreach (var listed in OfAsync(shows, cancellation))
        {
            if (await letters.WithContentAsync(listed, cancellation) is not { Content: { } content } letter) continue;
            await output.WriteAsync(Line(
            [
                letter.Show, letter.Id, letter.Received.ToString("O", CultureInfo.InvariantCulture), EnumName.Of(letter.Class), letter.Rule, letter.Episode ?? "",
                EnumName.Of(letter.State), content.Name ?? "", content.Address ?? "", content.Place ?? "", content.Subject, content.Text,
                string.Join("; ", content.Attachments.Select(a => a.Name)),
            ]), cancellation);
            count++;
        }

        return count;
    }

    private async IAsyncEnumerable<Letter> OfAsync(IEnumerable<string> shows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var show in shows)
            await foreach (var letter in letters.ListAsync(show, cancellation)) yield return letter;
    }

    private static byte[] Line(IEnumerable<string> fields) => Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Field)) + "\r\n");

    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
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
