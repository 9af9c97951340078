using System.Globalization;
using System.Reflection;

namespace Soundoff.Tests.Docs;

public sealed class ConfigurationReferenceTests
{
    private const string Begin = "<!-- Made from the options classes; the words above and below are by hand. -->\n";
    private const string End = "<!-- End of what is made. -->\n";
    private const string Variable = "SOUNDOFF_WRITE_DOCS";

    public static IEnumerable<TheoryDataRow<string, string>> AllSettings =>
        from section in ConfigurationReference.Sections
        from setting in ConfigurationReference.Settings(section.Options)
        select new TheoryDataRow<string, string>(section.Section, setting.Name);

    [Fact]
    public void The_reference_is_what_the_options_say()
    {
        var path = Path.Combine(DocsTests.Root, "docs", "configuration.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from > Begin.Length && to > from, "docs/configuration.md has lost the marks between which the reference stands.");
        var written = page[..from] + "\n" + ConfigurationReference.Write() + page[to..];
        if (Environment.GetEnvironmentVariable(Variable) is "1") File.WriteAllText(path, written);
        else Assert.True(page == written, $"docs/configuration.md does not say what the options classes say. Write it anew, and commit it:\n  {Variable}=1 dotnet run --project tests/Soundoff.Tests -- -class '*ConfigurationReferenceTests'");
    }

    [Theory]
    [MemberData(nameof(AllSettings))]
    public void A_setting_is_read_by_the_name_it_has_in_the_reference(string section, string name)
    {
        var options = ConfigurationReference.Sections.Single(s => s.Section == section).Options;
        var setting = options.GetProperty(name)!;
        var value = Sample(setting);
        Assert.Equal(value, string.Create(CultureInfo.InvariantCulture, $"{setting.GetValue(ConfigurationReference.Read(options, ($"{section}:{name}", value)))}"));
    }

    private static string Sample(PropertyInfo setting) => (Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType).Name switch
    {
        "Int32" => "7",
        "TimeSpan" => "00:00:07",
        "Uri" => "https://seven.example/",
        "Boolean" => "True",
        _ => "seven",
    };
}
