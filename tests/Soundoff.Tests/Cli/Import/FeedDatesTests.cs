using System.Globalization;
using Soundoff.Cli.Import.Reading;

namespace Soundoff.Tests.Cli.Import;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02T13:00:00+00:00")]
    [InlineData("Wed, 2 Oct 2002 13:00 +0200", "2002-10-02T13:00:00+02:00")]
    [InlineData("02 Oct 02 13:00:00 EST", "2002-10-02T13:00:00-05:00")]
    [InlineData("Wednesday, 02 October 2002 1:00:00 PM PDT", "2002-10-02T13:00:00-07:00")]
    [InlineData("Wed, 02-Oct-2002 13:00:00 -0300", "2002-10-02T13:00:00-03:00")]
    [InlineData("Oct 2, 2002 13:00:00 UTC", "2002-10-02T13:00:00+00:00")]
    [InlineData("Wed, 02 Oct 2002 24:00:00 GMT", "2002-10-03T00:00:00+00:00")]
    [InlineData("Wed, 02 Oct 2002", "2002-10-02T00:00:00+00:00")]
    [InlineData("2002-10-02T13:00:00.123Z", "2002-10-02T13:00:00+00:00")]
    [InlineData("2002-10-02 13:00", "2002-10-02T13:00:00+00:00")]
    [InlineData("Wed, 02 Oct 2002 13:00:00 XYZ", "2002-10-02T13:00:00+00:00")]
    [InlineData("Sun, 03 May 1998 10:00:00 MEZ", "1998-05-03T10:00:00+01:00")]
    public void A_date_is_read_as_people_write_it(string text, string expected) =>
        Assert.Equal(expected, FeedDates.Read(text)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Wed, 31 Apr 2002 13:00:00 GMT")]
    [InlineData("Wed, 02 Oct 2002 25:00:00 GMT")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("1049362800")]
    public void What_is_no_date_is_none(string text) => Assert.Null(FeedDates.Read(text));
}
