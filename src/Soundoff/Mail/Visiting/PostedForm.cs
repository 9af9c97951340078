using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Soundoff.Mail.Receiving;

namespace Soundoff.Mail.Visiting;

/// <summary>The fields of a form that a browser sent.</summary>
internal sealed class PostedForm(IReadOnlyDictionary<string, StringValues> fields)
{
    private const int MostFields = 20;
    private const int LongestName = 50;
    private const int LongestValue = 600_000;

    /// <summary>A field's value; null when it was not sent.</summary>
    public string? this[string name] => fields.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>Reads a form; null when it is none of ours: another type, more or longer fields than ours have, or sent by a page elsewhere.</summary>
    public static async Task<PostedForm?> ReadAsync(InboundRequest request, CancellationToken cancellation)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        if (!"application/x-www-form-urlencoded".Equals(type, StringComparison.OrdinalIgnoreCase)) return null;
        // Fetch Metadata: browsers tell who made them post. Older ones say nothing, and the token decides.
        if (request.Header("Sec-Fetch-Site") is { } from && from != "same-origin") return null;
        using var reader = new FormReader(request.Body, Encoding.UTF8) { ValueCountLimit = MostFields, KeyLengthLimit = LongestName, ValueLengthLimit = LongestValue };
        try
        {
            return new(await reader.ReadFormAsync(cancellation));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
