namespace Soundoff.Tests.Mail.Reading;

/// <summary>Messages with random damage: the same ones in every run. Damage is of the kinds that hurt parsers, not only turned bits.</summary>
internal static class DamagedMail
{
    private const int Largest = 256 * 1024;

    private static readonly byte[][] Splinters =
    [
        .. new[]
        {
            "\r\n", "\n\n", "\r", "\0", "--", "\n--=_m\n", "\n--=_m--\n", "=?utf-8?B?", "=?x?Q?", "?=", "=?=", "\n> ", "\n>", ">>>>>>>>", "<div>", "</div>", "<blockquote type=cite>", "</p>", "<table><tr><td>", "<a href=\"https://",
            "<style>", "<!--", "&#x110000;", "&nbsp;", "<br>", "\nOn Mon, May 4, 2026 at 6:02 PM X <x@example.org> wrote:\n", "\nFrom: a\nSent: b\nSubject: c\n", "\n-- \n", "\n________________\n", "begin 644 a\n", "\nend\n",
            "Content-Type: multipart/mixed; boundary=\"=_m\"\n", "Content-Type: message/rfc822\n\n", "Content-Type: text/html; charset=utf-16\n\n", "Content-Transfer-Encoding: base64\n", "Content-Type: application/ms-tnef\n",
            "Content-Type: application/pkcs7-mime; smime-type=signed-data\n", "Content-Disposition: attachment; filename*0*=utf-8''%; filename*1=x\n", "charset=iso-2022-jp", "charset=utf-7", "format=flowed; delsp=yes", "\x1B$B",
            "-----BEGIN PGP SIGNED MESSAGE-----\n", "-----BEGIN PGP SIGNATURE-----\n", "From: ", "References: <a@b> <c@d>\n", ":", ";", "\"", "(", "<", "@", "=\n", "=3D", "=ZZ", "\uD83D\uDE00", "\u202E", "あ：", "写道：",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0x80], [0xE3, 0x81], [0xF8, 0x88, 0x80], [0x82, 0xA0],
    ];

    /// <param name="seeds">Messages to damage and to splice.</param>
    /// <param name="count">How many to give.</param>
    /// <param name="seed">Another one gives others.</param>
    public static IEnumerable<byte[]> From(IReadOnlyList<byte[]> seeds, int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var bytes = seeds[i % seeds.Count].ToList();
            for (var damage = random.Next(1, 10); damage > 0; damage--) Damage(bytes, seeds, random);
            if (bytes.Count > Largest) bytes.RemoveRange(Largest, bytes.Count - Largest);
            yield return [.. bytes];
        }
    }

    private static void Damage(List<byte> bytes, IReadOnlyList<byte[]> seeds, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(10))
        {
            case 0 when at < bytes.Count: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
            case 2 when at < bytes.Count: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
            case 3: bytes.InsertRange(at, Piece(bytes, random, 200)); break;
            case 4: bytes.InsertRange(at, Piece(seeds[random.Next(seeds.Count)], random, 2000)); break;
            case 5 when random.Next(4) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
            case 6 when random.Next(4) == 0: Repeat(bytes, at, Splinters[random.Next(Splinters.Length)], random.Next(2000)); break;
            case 7 when random.Next(4) == 0: Repeat(bytes, at, Piece(bytes, random, 60), random.Next(500)); break;
            default: bytes.InsertRange(at, Splinters[random.Next(Splinters.Length)]); break;
        }
    }

    private static void Repeat(List<byte> bytes, int at, byte[] piece, int times) => bytes.InsertRange(at, Enumerable.Repeat(piece, times).SelectMany(p => p).Take(Largest));

    private static byte[] Piece(IReadOnlyList<byte> bytes, Random random, int most)
    {
        var start = random.Next(bytes.Count + 1);
        return [.. bytes.Skip(start).Take(random.Next(most))];
    }
}
