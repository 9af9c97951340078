using System.Globalization;
using Soundoff.Chapters;

namespace Soundoff.Tests.Chapters;

public class ChapterTimeTests
{
    [Theory]
    [InlineData("90.5", 90.5)]
    [InlineData("0", 0)]
    [InlineData("1:30", 90)]
    [InlineData("75:30", 4530)]
    [InlineData("00:01:30", 90)]
    [InlineData("1:02:03.500", 3723.5)]
    [InlineData("01:02:03,25", 3723.25)]
    [InlineData(" 2:05 ", 125)]
    [InlineData("00:00:01.123456789", 1.123)]
    public void A_clock_time_is_read(string text, double seconds)
    {
        Assert.True(ChapterTime.TryParse(text, out var time));
        Assert.Equal(TimeSpan.FromMilliseconds(seconds * 1000), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1:30")]
    [InlineData("1:75")]
    [InlineData("1:02:03:04")]
    [InlineData("1:002")]
    [InlineData("1:30x")]
    [InlineData("1:")]
    [InlineData("99999999")]
    [InlineData("9999999:00")]
    [InlineData("NaN")]
    [InlineData("١:٣٠")]
    public void What_is_no_clock_time_is_refused(string text) => Assert.False(ChapterTime.TryParse(text, out _));

    [Theory]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(3_600_001)]
    public void Seconds_that_no_audio_has_are_refused(double seconds) => Assert.False(ChapterTime.TryFromSeconds(seconds, out _));

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(125.9, "2:05")]
    [InlineData(3599, "59:59")]
    [InlineData(3723, "1:02:03")]
    [InlineData(90_000, "25:00:00")]
    [InlineData(-5, "0:00")]
    public void A_time_is_shown_short(double seconds, string shown) => Assert.Equal(shown, ChapterTime.Format(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void The_culture_changes_nothing()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            var chapter = new Chapter { Start = TimeSpan.FromSeconds(90.5), Title = "Ü" };
            Assert.Equal("""{"version":"1.2.0","chapters":[{"startTime":90.5,"title":"Ü"}]}""", System.Text.Encoding.UTF8.GetString(ChaptersJson.Write([chapter])));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
