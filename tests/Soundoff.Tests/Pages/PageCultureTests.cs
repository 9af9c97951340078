using Soundoff.Pages;
using Soundoff.Site;

namespace Soundoff.Tests.Pages;

public sealed class PageCultureTests
{
    private static readonly DateTimeOffset Date = new(2019, 2, 22, 9, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("en", "February 22, 2019", "February 2019")]
    [InlineData("en-gb", "22 February 2019", "February 2019")]
    [InlineData("de", "22. Februar 2019", "Februar 2019")]
    [InlineData("es", "22 de febrero de 2019", "Febrero de 2019")]
    [InlineData("pl", "22 lutego 2019", "Luty 2019")]
    [InlineData("ja", "2019年2月22日", "2019年2月")]
    [InlineData("ar", "22 فبراير 2019", "فبراير 2019")]
    public void Dates_are_written_as_the_language_writes_them(string language, string date, string month)
    {
        var culture = PageCulture.For(language);
        Assert.Equal(date, culture.Date(Date).Text);
        Assert.Equal(month, culture.Month(new Month(2019, 2)));
        Assert.Equal("2019-02-22T09:00:00+01:00", culture.Date(Date).Iso);
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void Years_are_those_of_the_sites_addresses_whatever_the_countrys_calendar(string language) =>
        Assert.Contains("2019", PageCulture.For(language).Date(Date).Text);

    [Theory]
    [InlineData("no language at all")]
    [InlineData("")]
    [InlineData("x-klingon")]
    [InlineData("i-klingon")]
    public void A_language_that_nobody_knows_gets_dates_all_the_same(string language) => Assert.Contains("2019", PageCulture.For(language).Date(Date).Text);

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("AR-eg", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("az-Arab", "rtl")]
    [InlineData("ur-Latn", "ltr")]
    public void Direction_follows_the_script(string language, string direction) => Assert.Equal(direction, PageCulture.DirectionOf(language));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999_999, "999 kB")]
    [InlineData(23_456_789, "23.5 MB")]
    [InlineData(5_000_000_000, "5 GB")]
    public void Sizes_are_rounded_to_what_people_compare(long bytes, string size) => Assert.Equal(size, PageCulture.For("en").Size(bytes));

    [Theory]
    [InlineData("de", "23,5 MB")]
    [InlineData("fr", "23,5 Mo")]
    [InlineData("ar", "23.5 ميغابايت")]
    public void Sizes_are_written_as_the_language_writes_numbers(string language, string size) => Assert.Equal(size, PageCulture.For(language).Size(23_456_789));

    [Theory]
    [InlineData(0.4, "PT0H0M1S", "0:01", "1 min")]
    [InlineData(3725, "PT1H2M5S", "1:02:05", "62 min")]
    [InlineData(39_600, "PT11H0M0S", "11:00:00", "11 h")]
    public void Lengths_are_told_to_machines_clocks_and_people(double seconds, string iso, string clock, string minutes)
    {
        var length = PageCulture.For("en").Length(TimeSpan.FromSeconds(seconds))!;
        Assert.Equal((iso, clock, minutes), (length.Iso, length.Clock, length.Minutes));
    }

    [Fact]
    public void A_length_that_is_not_known_is_not_told()
    {
        Assert.Null(PageCulture.For("en").Length(null));
        Assert.Null(PageCulture.For("en").Length(TimeSpan.Zero));
    }
}
