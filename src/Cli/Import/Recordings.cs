using System.Globalization;
using Soundoff.Audio;
using Soundoff.Cli.Import.Fetching;
using Soundoff.Cli.Import.Reading;
using Soundoff.Cli.Import.Writing;
using Soundoff.Files;
using Soundoff.Web;

namespace Soundoff.Cli.Import;

/// <summary>What became of a recording.</summary>
/// <param name="Kept">What the notes say of one that stays where it is.</param>
/// <param name="IsMissing">Whether it could not be had.</param>
internal sealed record RecordingOutcome(KeptMedia? Kept, bool IsMissing);

/// <summary>Fetches recordings, or looks at those that stay where they are. What they are is told by their bytes, not by their names or their servers.</summary>
internal sealed class Recordings(Fetcher fetcher, ImportSettings settings, ImportReport report, ImportProgress progress)
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["mp3"] = ".mp3",
        ["m4a"] = ".m4a",
        ["aac"] = ".aac",
        ["vorbis"] = ".ogg",
        ["opus"] = ".opus",
        ["flac"] = ".flac",
        ["wav"] = ".wav",
    };

    /// <summary>Whether an item's recording stays where it is: a film is no recording that could be uploaded, but one that can be named.</summary>
    public bool Stays(FoundItem item) => settings.KeepMedia || item.Media?.Type.StartsWith("video/", StringComparison.Ordinal) == true;

    /// <summary>Takes one.</summary>
    /// <param name="plan">Its item.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="target">The file's name without an ending.</param>
    /// <param name="cancellation">Breaks it off; the next run goes on from there.</param>
    public async Task<RecordingOutcome> TakeAsync(PlannedItem plan, Uri address, string target, CancellationToken cancellation)
    {
        try
        {
            if (Stays(plan.Item)) return new(await KeepAsync(plan, address, cancellation), false);
            return await FetchAsync(plan, address, target, cancellation);
        }
        catch (Exception failure) when (failure is UnreachableException or IOException)
        {
            var what = failure is UnreachableException ? failure.Message : $"could not be written: {failure.Message}";
            report.Lost("recording", Title(plan), $"{address} {what}.", "Run the import again later, or put the recording into the folder under the same name as the notes.");
            return new(null, true);
        }
    }

    private async Task<RecordingOutcome> FetchAsync(PlannedItem plan, Uri address, string target, CancellationToken cancellation)
    {
        var download = new Download(fetcher, target);
        await download.RunAsync(address, Got, cancellation);
        var length = new FileInfo(download.Part).Length;
        var read = await AudioProbe.ReadAsync(new FileRange(download.Part, length), Path.GetFileName(target), cancellation);
        if (read.Value is not { } audio || !Endings.TryGetValue(audio.Format, out var ending))
        {
            download.Drop();
            // A page that asks to sign in comes with 200 as a recording does.
            report.Lost("recording", Title(plan), $"{address} is no recording: {read.Problems.Select(problem => problem.Message).FirstOrDefault() ?? "its format is unknown."}", "Look at the address in a browser; put the recording into the folder under the same name as the notes.");
            return new(null, true);
        }

        if (plan.Item.Media!.Length is { } said && said != length)
            report.Left("enclosure length", Title(plan), "The feed says another length than the recording has.", "Nothing is to be done: the new feed says the real one.");
        download.Finish(target + ending);
        return new(null, false);
    }

    private async Task<KeptMedia> KeepAsync(PlannedItem plan, Uri address, CancellationToken cancellation)
    {
        var range = await OpenAsync(address, cancellation);
        var (file, at) = range;
        var duration = plan.Item.Duration;
        var type = TypeOf(plan.Item.Media!.Type, file.Type);
        if (file.HasRanges && !type.StartsWith("video/", StringComparison.Ordinal))
        {
            var read = await AudioProbe.ReadAsync(file, at.AbsoluteUri, cancellation);
            if (read.Value is not { } audio) throw new UnreachableException($"is no recording: {read.Problems.Select(problem => problem.Message.TrimEnd('.')).FirstOrDefault()}");
            type = Site.MediaTypes.Of(Endings.GetValueOrDefault(audio.Format, ".mp3"));
            duration = audio.Duration ?? duration;
        }

        return new(at, file.Length, type, duration);
    }

    // By https where that gives the same, whatever the feed says.
    private async Task<(RemoteRange File, Uri At)> OpenAsync(Uri address, CancellationToken cancellation)
    {
        if (address is { Scheme: "http", IsDefaultPort: true, IsLoopback: false })
        {
            try
            {
                var safe = new UriBuilder(address) { Scheme = "https", Port = -1 }.Uri;
                return (await RemoteRange.OpenAsync(fetcher, safe, cancellation), safe);
            }
            catch (UnreachableException)
            {
                // Only http, then.
            }
        }

        return (await RemoteRange.OpenAsync(fetcher, address, cancellation), address);
    }

    private void Got(int bytes)
    {
        report.Got(bytes);
        progress.Gets(bytes);
    }

    private static string TypeOf(string said, string served) =>
        new[] { said, served }.FirstOrDefault(type => type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal)) ?? "audio/mpeg";

    private static string Title(PlannedItem plan) => plan.Item.Title ?? string.Create(CultureInfo.InvariantCulture, $"the item of {plan.Date:yyyy-MM-dd}");
}
