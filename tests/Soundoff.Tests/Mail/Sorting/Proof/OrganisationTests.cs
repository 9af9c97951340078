using System.Text.RegularExpressions;
using Soundoff.Mail.Sorting.Proof;

namespace Soundoff.Tests.Mail.Sorting.Proof;

public sealed partial class OrganisationTests
{
    /// <summary>The list's own vectors (<c>Data/mail/publicsuffix</c>): a name, and the domain that somebody registered; null where the name is a public suffix or none.</summary>
    public static TheoryData<string, string?> Vectors
    {
        get
        {
            var vectors = new TheoryData<string, string?>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "mail", "publicsuffix", "test_psl.txt")))
                if (Vector().Match(line) is { Success: true } match && !match.Groups[1].Value.StartsWith('.')) vectors.Add(match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : null);
            return vectors;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_domain_is_one_label_longer_than_its_public_suffix(string name, string? registered) =>
        Assert.Equal(PublicSuffixList.Normal(registered ?? name), Organisation.Of(name));

    [Theory]
    [InlineData("example.org", "mail.example.org", true)]
    [InlineData("a.example.org", "b.example.org", true)]
    [InlineData("a.example.co.uk", "b.example.co.uk", true)]
    [InlineData("EXAMPLE.org.", "example.ORG", true)]
    [InlineData("localhost", "localhost", true)]
    [InlineData("bücher.example", "xn--bcher-kva.example", true)]
    [InlineData("kettle.radio.br", "mail.kettle.radio.br", true)]
    [InlineData("kettle.radio.br", "evil.radio.br", false)]
    [InlineData("kettle.onmicrosoft.com", "evil.onmicrosoft.com", false)]
    [InlineData("kettle.github.io", "evil.github.io", false)]
    [InlineData("kettle.blogspot.com", "evil.blogspot.com", false)]
    [InlineData("kettle.k12.ca.us", "evil.k12.ca.us", false)]
    [InlineData("kettle.city.kawasaki.jp", "evil.kawasaki.jp", false)]
    [InlineData("kettle.公司.cn", "evil.xn--55qx5d.cn", false)]
    [InlineData("radio.br", "evil.radio.br", false)]
    [InlineData("co.uk", "evil.co.uk", false)]
    [InlineData("one.co.uk", "two.co.uk", false)]
    [InlineData("example.org", "notexample.org", false)]
    [InlineData("example.org", "example.org.evil.net", false)]
    [InlineData("[192.0.2.1]", "[198.51.2.1]", false)]
    [InlineData("192.0.2.1", "198.51.2.1", false)]
    [InlineData("com", "com.com", false)]
    public void Domains_align_by_organisation(string one, string other, bool aligned) => Assert.Equal(aligned, Organisation.Aligned(one, other));

    [Fact]
    public void Both_sections_of_the_list_are_there()
    {
        Assert.Equal(2, PublicSuffixList.LengthIn(["kettle", "github", "io"]));
        Assert.Equal(2, PublicSuffixList.LengthIn(["kettle", "co", "uk"]));
        Assert.Equal(1, PublicSuffixList.LengthIn(["kettle", "nowhere"]));
    }

    [GeneratedRegex(@"^checkPublicSuffix\('?([^',]+)'?, (?:'([^']+)'|null)\);")]
    private static partial Regex Vector();
}
