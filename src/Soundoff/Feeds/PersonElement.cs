using System.Xml;
using Soundoff.Episodes;
using Soundoff.Episodes.Podcasting;

namespace Soundoff.Feeds;

/// <summary><c>podcast:person</c>, alike in channel and item.</summary>
internal static class PersonElement
{
    public static void Write(XmlWriter xml, Person person) =>
        xml.PodcastElement("person", person.Name, 128,
            ("role", person.Role),
            ("group", person.Group is { } group && group != "cast" ? group : PodcastTaxonomy.GroupOf(person.Role)),
            ("img", person.Image?.AbsoluteUri),
            ("href", person.Link?.AbsoluteUri));
}
