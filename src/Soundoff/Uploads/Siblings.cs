namespace Soundoff.Uploads;

/// <summary>
/// The files of one show that lie side by side. They settle what a name alone leaves open: <c>final.mix.srt</c> belongs to "final.mix" where there is such an
/// episode, else, in Mixtepec Mixtec, to "final"; and <c>night.wav.vtt</c> belongs to "night" unless an episode is called "night.wav".
/// </summary>
/// <remarks>
/// Whether a file belongs to a key is settled by keys and names that begin with that key, so that a listing by prefix is enough.
/// </remarks>
internal sealed class Siblings
{
    private readonly HashSet<string> sure = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private Siblings(IEnumerable<UploadPath> paths)
    {
        foreach (var path in paths)
        {
            names.Add(path.PlainName);
            if (path.Role == UploadRole.Extra) sure.Add(path.Key!);
            if (path.Readings is not [var only]) continue;
            sure.Add(only.Key);
            sure.Add(only.Stem);
        }
    }

    /// <summary>The files, each with the episode that it belongs to.</summary>
    public static IEnumerable<UploadedFile> Settle(IReadOnlyCollection<UploadedFile> files)
    {
        var siblings = new Siblings(files.Select(file => file.Path));
        return files.Select(file => file.Path.IsSure ? file : file with { Path = siblings.Settle(file.Path) });
    }

    /// <summary>The paths, each with the episode that it belongs to.</summary>
    public static IEnumerable<UploadPath> Settle(IReadOnlyCollection<UploadPath> paths)
    {
        var siblings = new Siblings(paths);
        return paths.Select(siblings.Settle);
    }

    private UploadPath Settle(UploadPath path)
    {
        if (path.IsSure) return path;
        var readings = path.Readings;
        for (var i = 0; i < readings.Count; i++)
        {
            // Notes alone are an episode, so they are a recording's only when it is there.
            var fits = i == 0 || path.Role != UploadRole.Notes ? sure.Contains(readings[i].Stem) : names.Contains(readings[i - 1].Stem);
            if (fits) return path.As(readings[i]);
        }

        return path;
    }
}
