using System.Text;
using MimeKit;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Receiving;

/// <summary>The header fields of a form in default mode: the field <c>headers</c>, or what the other fields tell where it is missing.</summary>
internal static class RebuiltHeaders
{
    private static readonly (string Field, HeaderId Header)[] Told =
        [("from", HeaderId.From), ("to", HeaderId.To), ("cc", HeaderId.Cc), ("subject", HeaderId.Subject)];

    /// <summary>Reads them, whatever is wrong with them.</summary>
    public static async Task<HeaderList> ReadAsync(InboundForm form, IReadOnlyDictionary<string, string> charsets, CancellationToken cancellation)
    {
        var headers = form.Find("headers") is { Length: > 0 } part ? await ParseAsync(Start(form.Open(part)), cancellation) : [];
        foreach (var (field, header) in Told)
            if (!headers.Contains(header) && await form.TextAsync(field, charsets.GetValueOrDefault(field), cancellation) is { Length: > 0 } value)
                headers.Add(header, Encoding.UTF8, value.ReplaceLineEndings(" "));
        return headers;
    }

    // A byte order mark would become part of the first field's name.
    private static Stream Start(Stream headers)
    {
        var isMarked = headers.First(3).SequenceEqual("\uFEFF"u8);
        headers.Position = isMarked ? 3 : 0;
        return headers;
    }

    /// <summary>The header fields at the start of a message or of a part; empty when there are none.</summary>
    public static async Task<HeaderList> ParseAsync(Stream message, CancellationToken cancellation)
    {
        try
        {
            return await new MimeParser(message, MimeFormat.Entity, persistent: true).ParseHeadersAsync(cancellation);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
