using Soundoff.Problems;

namespace Soundoff.Shows;

/// <summary>What directories ask of a show before they list it. A show that lacks it is published all the same.</summary>
public static class ShowChecks
{
    private const string File = Uploads.UploadPath.ShowFile;

    /// <summary>
    /// A warning for everything that would make Apple Podcasts or Spotify refuse the show, or that they need to prove whose it is.
    /// </summary>
    /// <param name="show">The show as read.</param>
    /// <param name="languageGiven">False for a show without show.yaml; <see cref="ShowFile"/> itself warns of a file without a language.</param>
    public static IReadOnlyList<Problem> Directories(Show show, bool languageGiven = true)
    {
        var problems = new List<Problem>();
        if (show.Categories.Count == 0) Missing("categories", "Apple Podcasts would refuse this show: it has no category.", "Add \"categories: [News]\" or another of Apple's categories.");
        if (show.Explicit is null) Missing("explicit", "Apple Podcasts would refuse this show: it does not say whether it is explicit.", "Add \"explicit: false\" or \"explicit: true\".");
        if (!languageGiven) problems.Add(AssumedLanguage(File, show));
        if (show.Description.Length == 0) Missing("description", "Apple Podcasts and Spotify would refuse this show: it has no description.", "Add \"description:\" with a sentence or two.");
        if (show.Cover is null)
            problems.Add(Problem.Warning("cover.jpg", "Apple Podcasts and Spotify would refuse this show: it has no cover.", "Upload a square cover.jpg or cover.png of 1400 to 3000 pixels.", "cover"));
        if (show.Owner is null) Missing("owner", "Spotify cannot prove who owns this show: it has no owner's address.", "Add \"owner:\" with \"name\" and \"email\", at least until the show is claimed; it is published with the feed.");
        return problems;

        void Missing(string field, string message, string mend) => problems.Add(Problem.Warning(File, message, mend, field));
    }

    /// <summary>The warning of a show whose language is only the default.</summary>
    internal static Problem AssumedLanguage(string file, Show show) => Problem.Warning(file,
        $"Apple Podcasts and Spotify need the show's language, and \"{show.Language}\" is only assumed.", $"Add \"language: {show.Language}\" or the right one.", "language");
}
