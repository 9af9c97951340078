using System.Security.Cryptography;

namespace Soundoff.Episodes;

/// <summary>The short tag of a content that stands in public names: the first 48 bits of a hash, in lower-case hexadecimal.</summary>
public static class ContentTag
{
    /// <summary>The tag of these bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash[..6]);
    }
}
