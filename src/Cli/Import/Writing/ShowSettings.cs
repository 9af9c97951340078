using System.Globalization;
using Soundoff.Cli.Import.Reading;
using Soundoff.Fields;
using Soundoff.Shows;

namespace Soundoff.Cli.Import.Writing;

/// <summary>Writes a show's <c>show.yaml</c>.</summary>
internal static class ShowSettings
{
    private static readonly string[] Media = ["podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course"];

    /// <summary>The file's text.</summary>
    /// <param name="show">As found.</param>
    /// <param name="guid">The podcast GUID, which stays for ever.</param>
    /// <param name="textEpisodes">Whether items without a recording stand in its feed.</param>
    /// <param name="report">Is told what could not be taken over.</param>
    public static string Write(FoundShow show, string guid, bool textEpisodes, ImportReport report)
    {
        var language = LanguageTags.Read(show.Language ?? "");
        if (language is null) report.Left("language", show.Title ?? "", show.Language is null ? "The feed says no language." : $"\"{show.Language}\" is no language tag.", show.Language is { } written ? $"{LanguageTags.Mend(written)} Set `language` in show.yaml." : "Set `language` in show.yaml: directories ask for it.");
        var yaml = new YamlText()
            .Field("title", show.Title)
            .Block("description", show.Description)
            .Field("language", language)
            .Field("author", show.Author is { } author ? Texts.SafeText.Line(author) : null)
            .Group("owner", show.Owner is { } owner ? [("name", owner.Name), ("email", owner.Email)] : [])
            .List("categories", CategoriesOf(show, report))
            .Flag("explicit", show.Explicit)
            .Field("type", show.Kind is "episodic" or "serial" ? show.Kind : null)
            .Field("copyright", Holder(show.Copyright))
            .Field("license", show.License is { } license ? Texts.SafeText.Line(license, 128) : null)
            .Groups("people", show.People.Select(EpisodeNotes.PersonFields))
            .Group("links", ("website", show.Link?.AbsoluteUri))
            .Groups("funding", show.Funding.Select(way => new (string, string?)[] { ("title", way.Title), ("url", way.Address.AbsoluteUri) }))
            .Found(show.Fields)
            .Field("guid", guid)
            .Flag("complete", show.Complete ? true : null)
            .Flag("block", show.Block ? true : null)
            .Flag("locked", show.Locked)
            .Field("medium", Media.Contains(show.Medium) ? show.Medium : null);
        if (textEpisodes) yaml.Group("feed", ("textEpisodes", "true"));
        return yaml.ToString();
    }

    private static List<string> CategoriesOf(FoundShow show, ImportReport report)
    {
        var found = new List<string>();
        foreach (var (name, sub) in show.Categories)
        {
            if (Categories.Today(name, sub) is { } today) found.Add(today.Sub is null ? today.Name : $"{today.Name} > {today.Sub}");
            else
            {
                var mend = AppleCategories.Suggest(name, sub) is { } near ? $"Perhaps \"{near}\" is meant: add it under `categories` in show.yaml." : "Choose one of Apple's under `categories` in show.yaml.";
                report.Left("category", show.Title ?? "", $"\"{(sub is null ? name : $"{name} > {sub}")}\" is none of Apple's categories.", mend);
            }
        }

        // A category is said already where a sub-level of it is.
        return [.. found.Distinct(StringComparer.Ordinal).Where(name => !found.Exists(other => other.StartsWith(name + " > ", StringComparison.Ordinal)))];
    }

    // "Copyright © 2019 Ada", of which only Ada is wanted.
    private static string? Holder(string? copyright)
    {
        if (copyright is null) return null;
        var words = copyright.Replace("©", " ", StringComparison.Ordinal).Replace("℗", " ", StringComparison.Ordinal).Replace("(c)", " ", StringComparison.OrdinalIgnoreCase).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => word.Equals("copyright", StringComparison.OrdinalIgnoreCase) || IsYear(word) || word is "-" or "–" or "by").ToList();
        return Texts.SafeText.Line(string.Join(' ', words)) is { Length: > 0 } holder ? holder : null;
    }

    private static bool IsYear(string word) => word.Trim(',', '.', ';').Split('-', '–').All(year => year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
