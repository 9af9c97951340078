using System.Text;
using Soundoff.Files;
using Soundoff.Shows;

namespace Soundoff.Tests.Notes;

public class DamagedNotesTests
{
    private const int TriesPerFile = 60;

    public static IEnumerable<TheoryDataRow<string, string>> Files =>
        from kind in new[] { ("articles", ".txt"), ("notes", ".md"), ("notes", ".html"), ("shows", ".yaml") }
        from row in Fixtures.Names(kind.Item1, kind.Item2)
        select new TheoryDataRow<string, string>(kind.Item1, row.Data);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_file_never_throws(string subject, string name)
    {
        var whole = File.ReadAllBytes(Fixtures.PathOf(subject, name));
        var random = new Random(whole.Length);
        for (var i = 0; i < TriesPerFile; i++)
        {
            var damaged = Damage(whole, random);
            if (subject == "shows")
            {
                if (TextFile.Decode(name, damaged).Value is { } text) ShowFile.Read("show.yaml", text, "night");
            }
            else Fixtures.Notes(name, damaged);
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.Take(random.Next(whole.Length + 1)).ToList();
        var odd = Encoding.UTF8.GetBytes("[]{}:,'\"|>-&*!%@`#\n\t \\<>ж\u00A0");
        for (var n = random.Next(6); n > 0; n--) bytes.Insert(random.Next(bytes.Count + 1), odd[random.Next(odd.Length)]);
        return [.. bytes];
    }
}
