using System.Xml.Linq;
using Soundoff.Chapters;

namespace Soundoff.Cli.Import.Reading;

/// <summary>Podlove Simple Chapters (<c>psc:chapters</c>), which stand in the feed itself.</summary>
internal static class PodloveChapters
{
    public static IEnumerable<Chapter> Of(XElement chapters, Uri? home) =>
        from chapter in chapters.Elements()
        where chapter.Name.LocalName == "chapter"
        let start = Written.Time(chapter.Said("start"))
        where start is not null
        select new Chapter
        {
            Start = start.Value,
            Title = Written.Line(chapter.Said("title")) ?? "",
            Link = Written.Address(home, chapter.Said("href")),
            Image = Written.Address(home, chapter.Said("image")),
        };
}
