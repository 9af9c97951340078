using System.Xml;
using Soundoff.Episodes;

namespace Soundoff.Feeds;

/// <summary><c>podcast:person</c>, alike in channel and item.</summary>
internal static class PersonElement
{
    // The groups of the Podcast Taxonomy; a role that it does not list goes without one, and "cast" is the default.
    private static readonly Dictionary<string, string> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["director"] = "creative direction",
        ["executive producer"] = "creative direction",
        ["senior producer"] = "creative direction",
        ["producer"] = "creative direction",
        ["associate producer"] = "creative direction",
        ["creative director"] = "creative direction",
        ["author"] = "writing",
        ["writer"] = "writing",
        ["co-writer"] = "writing",
        ["story editor"] = "writing",
        ["managing editor"] = "writing",
        ["editor"] = "writing",
        ["researcher"] = "writing",
        ["fact checker"] = "writing",
        ["translator"] = "writing",
        ["audio engineer"] = "audio production",
        ["audio editor"] = "audio post-production",
        ["sound designer"] = "audio post-production",
        ["composer"] = "audio post-production",
    };

    public static void Write(XmlWriter xml, Person person) =>
        xml.PodcastElement("person", person.Name, 128,
            ("role", person.Role),
            ("group", Groups.GetValueOrDefault(person.Role)),
            ("img", person.Image?.AbsoluteUri),
            ("href", person.Link?.AbsoluteUri));
}
