using System.Text;
using Soundoff.Artwork;
using Soundoff.Cli.Import.Writing;
using Soundoff.Fields;

namespace Soundoff.Cli.New;

/// <summary>What is known of a show that is to begin.</summary>
internal sealed record NewShow
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its language as a tag.</summary>
    public required string Language { get; init; }

    /// <summary>Apple's categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Who hosts it.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Where listeners write to; null for nowhere.</summary>
    public string? Contact { get; init; }

    private const string SchemaFile = ".soundoff/show.schema.json";

    /// <summary>Its files, by their names in its folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Files() => new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
    {
        // Hidden, so that they are never uploaded.
        [SchemaFile] = Schemas.Show.ToArray(),
        [".gitignore"] = Bytes(".soundoff/azurite/\n.soundoff-import\n*.part\n"),
        ["show.yaml"] = Bytes(Settings()),
        ["cover.png"] = GeneratedCover.For(Title, Title).Bytes.ToArray(),
        ["first-episode.md"] = Bytes(FirstEpisode()),
    };

    private string Settings() => new YamlText()
        .Comment($"yaml-language-server: $schema={SchemaFile}")
        .Field("title", Title)
        .Field("description", $"{Title}: say in two or three sentences what it is about, and for whom.")
        .Field("language", Language)
        .Field("author", Hosts.Count > 0 ? string.Join(", ", Hosts) : Title)
        .List("categories", Categories)
        .Flag("explicit", false)
        .List("hosts", Hosts)
        .Field("contact", Contact)
        .Group("owner", Contact is null ? [] : [("name", Hosts.Count > 0 ? Hosts[0] : Title), ("email", Contact)])
        .Group("feed", ("textEpisodes", "true"))
        .ToString();

    private static string FirstEpisode() => """
        ---
        title: The first episode
        standfirst: Replace these words by yours, and put a recording called first-episode.mp3 beside this file.
        topics: [Beginnings]
        ---
        Write here what listeners should know, with [links](https://example.org/).

        ## What comes next

        - Replace `cover.png` by a square picture of 1400 to 3000 pixels.
        - Look through `show.yaml`.

        """;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
