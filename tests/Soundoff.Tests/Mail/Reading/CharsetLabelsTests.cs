using Soundoff.Mail.Reading;

namespace Soundoff.Tests.Mail.Reading;

public class CharsetLabelsTests
{
    // The web refuses these; the two that say nothing else mean none.
    private static readonly string[] Unreadable = ["replacement", "x-user-defined"];

    public static TheoryData<string> Labels => [.. Charset.All.SelectMany(charset => charset.Labels.Split(' ')).Except(Unreadable)];

    public static TheoryData<string> SingleBytes => [.. Charset.All.Where(charset => charset.High is not null).Select(charset => charset.Name)];

    [Fact]
    public void The_table_holds_the_standards_228_labels_of_40_encodings()
    {
        Assert.Equal(40, Charset.All.Count);
        Assert.Equal(228, Charset.All.Sum(charset => charset.Labels.Split(' ').Length));
        Assert.Equal(28, SingleBytes.Count);
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Each_label_of_the_standard_is_read(string label)
    {
        Assert.NotNull(CharsetLabels.Find(label));
        Assert.NotNull(CharsetLabels.Find(label.ToUpperInvariant()));
    }

    [Theory]
    [MemberData(nameof(SingleBytes))]
    public void Each_byte_of_a_charset_of_single_bytes_is_what_the_standard_says(string name)
    {
        var charset = Charset.All.Single(c => c.Name == name);
        var bytes = Enumerable.Range(0, 256).Select(b => (byte)b).ToArray();
        foreach (var label in charset.Labels.Split(' '))
            Assert.Equal(string.Concat(Enumerable.Range(0, 128).Select(b => (char)b)) + charset.High, CharsetLabels.Find(label)!.GetString(bytes));
    }

    [Theory]
    [InlineData("sjis", "繁栄", 0x94, 0xC9, 0x89, 0x68)]
    [InlineData("x-euc-jp", "あ", 0xA4, 0xA2)]
    [InlineData("csiso2022jp", "あ", 0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42)]
    [InlineData("ks_c_5601-1989", "가", 0xB0, 0xA1)]
    [InlineData("iso-ir-58", "啊", 0xB0, 0xA1)]
    [InlineData("x-x-big5", "一", 0xA4, 0x40)]
    [InlineData("gb18030", "€", 0xA2, 0xE3)]
    [InlineData("hz-gb-2312", "啊", 0x7E, 0x7B, 0x30, 0x21, 0x7E, 0x7D)]
    [InlineData("csunicode", "é", 0xE9, 0x00)]
    [InlineData("unicodefffe", "é", 0x00, 0xE9)]
    [InlineData("unicode20utf8", "é", 0xC3, 0xA9)]
    public void Labels_of_other_charsets_mean_what_the_standard_says(string label, string text, params int[] bytes) =>
        Assert.Equal(text, TextCharset.Decode([.. bytes.Select(b => (byte)b)], label, new Repairs()));

    [Theory]
    [InlineData("ansi", "windows-1252")]
    [InlineData("win-1251", "windows-1251")]
    [InlineData("8859_1", "windows-1252")]
    [InlineData("utf8mb4", "utf-8")]
    public void Labels_that_mail_programs_made_up_are_read(string label, string name) => Assert.Equal(name, CharsetLabels.Find(label)!.WebName);

    [Fact]
    public void A_label_that_nobody_knows_is_none() => Assert.Null(CharsetLabels.Find("x-nobody"));

    [Fact]
    public void Single_bytes_are_read_and_never_written() => Assert.Throws<NotSupportedException>(() => CharsetLabels.Find("l9")!.GetBytes("a"));
}
