using System.Text;
using Soundoff.Chapters;

namespace Soundoff.Tests.Chapters;

public class ChaptersJsonTests
{
    [Fact]
    public void Chapters_are_written_ascending_with_all_their_members()
    {
        var written = ChaptersJson.Write(
        [
            new() { Start = TimeSpan.FromSeconds(60), Title = "B", Link = new("https://radio.example/b?x=1&y=2"), End = TimeSpan.FromSeconds(61.25) },
            new() { Start = TimeSpan.Zero, Title = "", Image = new("https://radio.example/a.png"), Listed = false },
        ]);
        Assert.Equal(
            """{"version":"1.2.0","chapters":[{"startTime":0,"img":"https://radio.example/a.png","toc":false},{"startTime":60,"endTime":61.25,"title":"B","url":"https://radio.example/b?x=1\u0026y=2"}]}""",
            Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Ten_thousand_chapters_are_read_in_a_moment()
    {
        var text = new StringBuilder("{\"chapters\":[\n");
        for (var i = 0; i < 10_000; i++) text.Append(i > 0 ? ",\n" : "").Append("{\"startTime\":").Append(10_000 - i).Append(",\"title\":\"Chapter\"}");
        var reading = ChaptersJson.Read("many.chapters.json", text.Append("]}").ToString());
        Assert.Equal(10_000, reading.Value!.Chapters.Count);
        Assert.Equal(3, Assert.Single(reading.Problems).Line);
    }
}
