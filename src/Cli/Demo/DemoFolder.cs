using System.Globalization;

namespace Soundoff.Cli.Demo;

/// <summary>The demo's shows, copied to a folder of their own that is deleted in the end: they may be edited while the demo runs.</summary>
public sealed class DemoFolder : IDisposable
{
    // Far enough that nobody's demo runs into it.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(30);
    private const string FrontMatter = "---\n";

    private DemoFolder(string path, DateTimeOffset date) => (Path, ScheduledFor) = (path, date);

    /// <summary>The copy: a folder of shows.</summary>
    public string Path { get; }

    /// <summary>The date of the scheduled episode: thirty days after the copy was made, so that it never comes.</summary>
    public DateTimeOffset ScheduledFor { get; }

    /// <summary>Copies the shows and writes the date of the scheduled episode into its front matter.</summary>
    public static DemoFolder Create(DateTimeOffset now)
    {
        var date = new DateTimeOffset((now + Ahead).UtcDateTime.Date, TimeSpan.Zero).AddHours(18);
        var folder = new DemoFolder(Directory.CreateTempSubdirectory("soundoff-demo-").FullName, date);
        var source = System.IO.Path.Combine(AppContext.BaseDirectory, "Demo", "Shows");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(folder.Path, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        foreach (var episode in DemoEpisode.All.Where(episode => episode.Scheduled)) folder.Schedule(episode);
        return folder;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Schedule(DemoEpisode episode)
    {
        var notes = System.IO.Path.Combine(Path, episode.Show, episode.Slug + ".md");
        var text = File.ReadAllText(notes);
        if (!text.StartsWith(FrontMatter, StringComparison.Ordinal)) throw new InvalidDataException($"{notes} has no front matter to write a date into.");
        File.WriteAllText(notes, text.Insert(FrontMatter.Length, ScheduledFor.ToString("'date: 'yyyy-MM-dd'T'HH:mm:sszzz'\n'", CultureInfo.InvariantCulture)));
    }
}
