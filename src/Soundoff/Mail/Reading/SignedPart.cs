using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>S/MIME in one part (RFC 8551 section 3.5.2) and the proofs that stand beside signed mail. Nothing is verified: who wrote is told by SPF and DKIM.</summary>
internal static class SignedPart
{
    // A letter with its files; beyond that it is kept closed.
    private const long Largest = 8 * 1024 * 1024;

    public static bool Is(MimePart part) => IsSealed(part.ContentType) && !IsProof(part);

    public static bool IsProof(MimeEntity part) =>
        part.ContentType.IsMimeType("application", "pkcs7-signature") || part.ContentType.IsMimeType("application", "x-pkcs7-signature")
        || part.ContentType.IsMimeType("application", "pgp-signature");

    /// <summary>Without a stated kind the name tells: <c>smime.p7m</c> is either, and is tried.</summary>
    public static bool IsEncrypted(MimePart part) => part.ContentType.Parameters["smime-type"] is not "signed-data";

    /// <summary>What was signed; null when the part holds no such thing.</summary>
    public static MimeEntity? Content(MimePart part)
    {
        if (part.Content?.Stream is not { } stream || stream.Length > Largest) return null;
        using var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes);
        try
        {
            var signed = new SignedCms();
            signed.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            return signed.ContentInfo.Content is { Length: > 0 } content ? RawMessage.Entity(content) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool IsSealed(ContentType type) => type.IsMimeType("application", "pkcs7-mime") || type.IsMimeType("application", "x-pkcs7-mime");
}
