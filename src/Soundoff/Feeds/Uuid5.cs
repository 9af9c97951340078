using System.Security.Cryptography;
using System.Text;

namespace Soundoff.Feeds;

/// <summary>UUIDs made of a name (RFC 9562 section 5.5): the same name always gives the same one.</summary>
public static class Uuid5
{
    /// <summary>The UUID of a name in a namespace.</summary>
    public static Guid Of(Guid space, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var input = new byte[16 + text.Length];
        space.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input, 16);

        // RFC 9562 names SHA-1; nothing here rests on it being hard to collide.
#pragma warning disable CA5350
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
