namespace Soundoff.Cli.Import;

/// <summary>What to do about elements that Soundoff has no field for.</summary>
internal static class LeftTags
{
    private const string Else = "Say in the notes, or in show.yaml, what matters of it.";

    private static readonly Dictionary<string, string> Mends = new(StringComparer.Ordinal)
    {
        ["podcast:value"] = "Set the show's wallet up at the service that pays, once it knows the new feed.",
        ["podcast:trailer"] = "The trailer's own item came in; set `type: trailer` in its notes if it is missing there.",
        ["podcast:socialInteract"] = "Add the post to `links` in the notes.",
        ["podcast:alternateEnclosure"] = "Publish the form of the recording that most apps play; link to others in the notes.",
        ["podcast:txt"] = "Prove the ownership anew where a service asks for it.",
        ["podcast:verify"] = "Prove the ownership anew where a service asks for it.",
        ["podcast:liveItem"] = "Announce live programmes in the notes of an episode.",
        ["enclosure"] = "Only one recording is published: put others into the episode's folder, and they are offered beside the page.",
        ["attachments"] = "Only one recording is published: put others into the episode's folder, and they are offered beside the page.",
        ["podcast:images"] = "Put the largest picture beside the notes, under their name.",
        ["webMaster"] = "Set `owner` in show.yaml.",
    };

    public static string Mend(string tag) => Mends.GetValueOrDefault(tag, Else);
}
