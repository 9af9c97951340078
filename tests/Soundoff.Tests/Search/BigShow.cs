using System.Globalization;
using System.Text;
using Soundoff.Episodes;
using Soundoff.Lists;
using Soundoff.Pages;
using Soundoff.Publishing.Rendering;
using Soundoff.Search;
using Soundoff.Shows;
using Soundoff.Site;
using Soundoff.Tests.Pages;
using Soundoff.Transcripts;

namespace Soundoff.Tests.Search;

/// <summary>A show of 5,000 episodes in twenty years, each with a transcript of 1,000 words whose frequencies are those of a language (Zipf's law). Made by the engine's own code.</summary>
internal static class BigShow
{
    public const int Episodes = 5000;

    private const int AYear = Episodes / 20;
    private const int Words = 1000;
    private const int Vocabulary = 60_000;
    private const string Name = "big";

    private static readonly Show Settings = new() { Name = Name, Title = "A long story", Cover = SampleShows.NightDesk.Cover };
    private static readonly string[] Language = [.. Enumerable.Range(0, Vocabulary).Select(Word)];
    private static readonly double[] Sums = Frequencies();

    // Not made while this type begins: the threads that make it ask for the fields above, and would wait for each other.
    private static readonly Lazy<IReadOnlyDictionary<string, Func<byte[]>>> All = new(Make);

    /// <summary>All that a search reads, by site path; texts are packed when they are asked for.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> Files => All.Value;

    /// <summary>The word of a rank: the first are those that every episode has.</summary>
    public static string WordOf(int rank) => Language[rank];

    /// <summary>Stands in one episode alone.</summary>
    public const string Rare = "xylograph";

    public const string Phrase = "copper kettle weather";

    private static Dictionary<string, Func<byte[]>> Make()
    {
        var texts = new EpisodeText[Episodes];
        var indexed = new IndexedEpisode[Episodes];
        Parallel.For(0, Episodes, age =>
        {
            texts[age] = EpisodeText.Of(Episode(age), Settings);
            indexed[age] = texts[age].Index();
        });
        var files = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal);
        foreach (var text in texts) files[SitePaths.SearchText(Name, text.Id)] = text.Pack;
        var months = Enumerable.Range(0, Episodes).Select(DateOf).CountBy(Month.Of).Select(m => new MonthRow(m.Key, m.Value, m.Value)).OrderBy(m => m.Month).ToList();
        var blocks = SearchIndex.BlocksOf(months);
        var newest = months[^1].Month.Year;
        foreach (var block in Enumerable.Range(0, Episodes).GroupBy(age => DateOf(age).Year == newest ? SitePaths.SearchBlock(Name, Month.Of(DateOf(age))) : SitePaths.SearchBlock(Name, DateOf(age).Year)))
        {
            var bytes = IndexBlock.Write([.. block.Select(age => indexed[age])]);
            files[block.Key] = () => bytes;
        }

        files[SitePaths.Search(Name)] = () => new PageRenderer(SampleSite.Urls, SampleSite.Api).Search(Settings, blocks, months);
        files[Settings.Cover!.Path] = () => [];
        foreach (var asset in SiteAssets.All) files[asset.Path] = asset.Bytes.ToArray;
        return files;
    }

    private static DateTimeOffset DateOf(int age) => new DateTimeOffset(2026, 12, 30, 9, 0, 0, TimeSpan.Zero).AddYears(-(age / AYear)).AddDays(-(age % AYear) * 1.45);

    private static Episode Episode(int age)
    {
        var random = new Random(age);
        var said = new StringBuilder();
        var cues = new List<Cue>();
        for (var word = 0; word < Words; word += 10)
        {
            said.Clear();
            for (var i = 0; i < 10; i++) said.Append(i == 0 ? "" : " ").Append(Drawn(random));
            if (age == 3777 && word == 500) said.Append(' ').Append(Rare);
            if (age % 1000 == 999 && word == 600) said.Append(' ').Append(Phrase);
            cues.Add(new() { Start = TimeSpan.FromSeconds(word / 2.5), Text = said.Append('.').ToString() });
        }

        return new()
        {
            Show = Name,
            Slug = string.Create(CultureInfo.InvariantCulture, $"episode-{age:0000}"),
            Guid = "",
            Title = $"Number {Episodes - age}: {Drawn(random)} and {Drawn(random)}",
            Date = DateOf(age),
            Language = "en",
            Topics = [new(Language[400 + age % 60], Language[400 + age % 60])],
            Transcripts = [new() { Type = "text/vtt", Cues = cues }],
        };
    }

    private static string Drawn(Random random)
    {
        var place = Array.BinarySearch(Sums, random.NextDouble() * Sums[^1]);
        return Language[Math.Min(place < 0 ? ~place : place, Vocabulary - 1)];
    }

    private static double[] Frequencies()
    {
        var (sums, sum) = (new double[Vocabulary], 0d);
        for (var rank = 0; rank < Vocabulary; rank++) sums[rank] = sum += 1 / (rank + 2.7);
        return sums;
    }

    // Syllables, so that words share beginnings as those of a language do; frequent words are short.
    private static string Word(int rank)
    {
        string[] starts = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pl", "sh", "ch"], middles = ["a", "e", "i", "o", "u", "ea", "ou", "ai"];
        var word = new StringBuilder();
        for (var rest = (rank + 1) * 7919L % 1_000_003 + rank * 20L; word.Length < 2 || rest > 0 && word.Length < 12; rest /= 160) word.Append(starts[rest % 20]).Append(middles[rest / 20 % 8]);
        return word.Append(rank > 150 ? $"{starts[rank % 15]}{middles[rank % 5]}" : "").ToString();
    }
}
