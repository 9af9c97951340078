using System.Security.Cryptography;

namespace Soundoff.Mail.Receiving;

/// <summary>Public keys of signed webhooks: base64 of a DER SubjectPublicKeyInfo, curve P-256; several are separated by spaces or commas.</summary>
internal static class SignatureKeys
{
    private const string Curve = "1.2.840.10045.3.1.7"; // NIST P-256, as RFC 5480 names it.

    private static readonly char[] Separators = [' ', ',', ';', '\n', '\r', '\t'];

    /// <summary>The keys.</summary>
    /// <exception cref="FormatException">One is not what it should be.</exception>
    public static IReadOnlyList<byte[]> Parse(string? keys) => [.. (keys ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Decode)];

    /// <summary>Whether one of the keys signed this SHA-256 digest; the signature is a DER sequence (RFC 3279 section 2.2.3).</summary>
    public static bool Verify(IReadOnlyList<byte[]> keys, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        foreach (var bytes in keys)
        {
            using var key = Import(bytes);
            if (key.VerifyHash(digest, signature, DSASignatureFormat.Rfc3279DerSequence)) return true;
        }

        return false;
    }

    private static byte[] Decode(string key)
    {
        var bytes = Convert.FromBase64String(key);
        try
        {
            using var imported = Import(bytes);
            if (imported.ExportParameters(false).Curve.Oid.Value != Curve) throw new FormatException("The key's curve is not P-256.");
        }
        catch (CryptographicException wrong)
        {
            throw new FormatException("The key is no public key in DER.", wrong);
        }

        return bytes;
    }

    private static ECDsa Import(byte[] bytes)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(bytes, out _);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
