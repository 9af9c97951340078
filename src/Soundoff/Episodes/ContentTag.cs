using System.Security.Cryptography;
using System.Text;

namespace Soundoff.Episodes;

/// <summary>The short tag of a content that stands in public names: the first 48 bits of a hash, in lower-case hexadecimal.</summary>
public static class ContentTag
{
    /// <summary>The tag of a text's UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The tag of these bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash[..6]);
    }
}
