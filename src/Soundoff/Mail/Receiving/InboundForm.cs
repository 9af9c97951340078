using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using MimeKit;

namespace Soundoff.Mail.Receiving;

/// <summary>A part of a form: where in the body its bytes are.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="FileName">Null for a part that is no file.</param>
/// <param name="Type">As the part says; null when it does not.</param>
/// <param name="Offset">In bytes from the body's start.</param>
/// <param name="Length">In bytes.</param>
internal sealed record FormPart(string Name, string? FileName, ContentType? Type, long Offset, long Length);

/// <summary>A <c>multipart/form-data</c> body (RFC 7578), its parts found and left where they are.</summary>
/// <param name="body">Holds the bytes.</param>
/// <param name="parts">In order.</param>
internal sealed class InboundForm(ReceivedBody body, IReadOnlyList<FormPart> parts)
{
    private const int LongestField = 1024 * 1024;

    // A message has fewer files; each part costs its lookups.
    private const int MostParts = 1_000;

    // RFC 2046 section 5.1.1 allows 70 characters; some write more.
    private const int LongestBoundary = 250;

    /// <summary>In the order of the body.</summary>
    public IReadOnlyList<FormPart> Parts => parts;

    /// <summary>Finds the parts; null when the body is no form, a broken one, or one of more than 1,000 parts.</summary>
    public static async Task<InboundForm?> ReadAsync(string? contentType, ReceivedBody body, CancellationToken cancellation)
    {
        if (contentType is null || !ContentType.TryParse(contentType, out var type) || !type.IsMimeType("multipart", "form-data")) return null;
        if (type.Boundary is not { Length: > 0 and <= LongestBoundary }) return null;
        try
        {
            // On a stream that can seek the reader tells where each part begins.
            var reader = new MultipartReader(type.Boundary, body.Open());
            var parts = new List<FormPart>();
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (parts.Count == MostParts) return null;
                await section.Body.DrainAsync(cancellation);
                if (section.BaseStreamOffset is { } offset && Describe(section, offset) is { } part) parts.Add(part);
            }

            return new(body, parts);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The first part with a name; null when there is none.</summary>
    public FormPart? Find(string name) => parts.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The bytes of a part. Read one part at a time.</summary>
    public Stream Open(FormPart part) => body.Open(part.Offset, part.Length);

    /// <summary>The text of a short field; null when it is absent. Of a field over 1 MB only the start.</summary>
    /// <param name="name">The field.</param>
    /// <param name="charset">Its charset; what is unknown is read as UTF-8.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<string?> TextAsync(string name, string? charset, CancellationToken cancellation)
    {
        if (Find(name) is not { } part) return null;
        var bytes = new byte[Math.Min(part.Length, LongestField)];
        await Open(part).ReadExactlyAsync(bytes, cancellation);
        return Encoding(charset).GetString(bytes);
    }

    /// <summary>The text of a field that a provider writes; null when it is absent, or longer than it can be.</summary>
    /// <param name="name">The field.</param>
    /// <param name="longest">In bytes.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<string?> FactAsync(string name, int longest, CancellationToken cancellation) =>
        Find(name) is { } part && part.Length <= longest ? await TextAsync(name, null, cancellation) : null;

    private static FormPart? Describe(MultipartSection section, long offset)
    {
        // MimeKit reads names that strict readers refuse: quotes inside quotes, encoded words, bare bytes.
        if (!ContentDisposition.TryParse(section.ContentDisposition ?? "", out var disposition) || disposition.Parameters["name"] is not { Length: > 0 } name) return null;
        ContentType? type = null;
        if (section.ContentType is { } written && ContentType.TryParse(written, out var read)) type = read;
        return new(name, disposition.FileName, type, offset, section.Body.Length);
    }

    private static Encoding Encoding(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset)) return System.Text.Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset.Trim()) ?? System.Text.Encoding.GetEncoding(charset.Trim());
        }
        catch (ArgumentException)
        {
            return System.Text.Encoding.UTF8;
        }
    }
}
