using System.Security.Cryptography;
using System.Text;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Sorting;

public class WordHashTests
{
    public static TheoryData<string> Texts =>
    [
        "", " ", "word", "two words\nand a line", "  indented\n\n\nthree  apart \n", "tab\tand\u00A0no-break\u3000wide", "\r\nlines\r\nof\rall\u2028kinds\n",
        new string('x', 40_000), string.Join(' ', Enumerable.Repeat("długie słowo 長い 🎙️", 4000)), "lone \uD800 surrogate", string.Join('\n', Enumerable.Repeat(new string('ü', 9000), 3)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_is_of_the_words_with_a_space_after_each(string text)
    {
        var words = string.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w + " "));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words))), WordHash.Of(text));
    }
}
