using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Soundoff.Problems;
using Soundoff.Shows;
using Soundoff.Telemetry;
using Soundoff.Texts;

namespace Soundoff.Publishing;

/// <summary>What became of an upload.</summary>
public enum Outcome
{
    /// <summary>Live at its address.</summary>
    Published,

    /// <summary>Goes live at its date.</summary>
    Scheduled,

    /// <summary>Checked, not published.</summary>
    Draft,

    /// <summary>Something must be mended first; what was live stays live.</summary>
    Refused,

    /// <summary>Its files are gone, and so is its page.</summary>
    Removed,
}

/// <summary>What the publisher should know about an episode, or about the show itself.</summary>
public sealed record Report
{
    public required string Show { get; init; }
    public required string Slug { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>Where it is, or will be, public.</summary>
    public string? Url { get; init; }

    /// <summary>When it is, or will be, public.</summary>
    public DateTimeOffset? Date { get; init; }

    public string? Title { get; init; }

    /// <summary>The files it was read from, below the show's folder.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What each directory would say to the show; null in the report of an episode.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DirectoryAnswer>? Directories { get; init; }
}

/// <summary>The <c>reports</c> container: <c>{show}/{slug}.report.json</c>.</summary>
public sealed class Reports(BlobContainerClient container)
{
    private const int ReadAtOnce = 16;
    private const string Ending = ".report.json";

    // In the blob's metadata, so that a listing tells.
    private const string OutcomeKey = "outcome";

    /// <summary>How reports are written.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a report over the last one. The last report to be written is of the last look at the container, so no version is kept.</summary>
    /// <param name="report">What to tell.</param>
    /// <param name="name">Its name where the slug is taken by another episode; null for the slug.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task WriteAsync(Report report, string? name, CancellationToken cancellation)
    {
        Tracing.Tell(Tags.Outcome, EnumName.Of(report.Outcome));
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json; charset=utf-8" },
            Metadata = new Dictionary<string, string> { [OutcomeKey] = EnumName.Of(report.Outcome) },
        };
        return container.GetBlobClient(PathOf(report.Show, name ?? report.Slug)).UploadAsync(BinaryData.FromObjectAsJson(report, Json), options, cancellation);
    }

    /// <summary>The reports of a show, in the order of their names. Each is read: for people who ask.</summary>
    public async Task<IReadOnlyList<Report>> OfAsync(string show, CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, show + "/", cancellation)) names.Add(blob.Name);
        var reports = new Report?[names.Count];
        await Parallel.ForAsync(0, names.Count, new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellation }, async (i, stop) => reports[i] = await ReadAsync(names[i], stop));
        return [.. reports.OfType<Report>()];
    }

    /// <summary>The names of those of a show's reports that refuse what they saw. One listing, however many there are.</summary>
    public async Task<IReadOnlySet<string>> RefusedAsync(string show, CancellationToken cancellation)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, show + "/", cancellation))
            if (blob.Metadata.TryGetValue(OutcomeKey, out var outcome) && outcome == EnumName.Of(Outcome.Refused)) refused.Add(blob.Name[(show.Length + 1)..^Ending.Length]);
        return refused;
    }

    /// <summary>A report; null where there is none.</summary>
    public Task<Report?> FindAsync(string show, string name, CancellationToken cancellation) => ReadAsync(PathOf(show, name), cancellation);

    /// <summary>Whether the last look refused what it saw: then what is live may be good again without any change to it.</summary>
    public async Task<bool> IsRefusedAsync(string show, string name, CancellationToken cancellation) => await FindAsync(show, name, cancellation) is { Outcome: Outcome.Refused };

    /// <summary>Takes back a report of what is no longer so.</summary>
    public Task DeleteAsync(string show, string name, CancellationToken cancellation) =>
        container.GetBlobClient(PathOf(show, name)).DeleteIfExistsAsync(cancellationToken: cancellation);

    private static string PathOf(string show, string name) => $"{show}/{name}{Ending}";

    // Null for one that was taken back meanwhile.
    private async Task<Report?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson<Report>(Json);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
