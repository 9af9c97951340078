using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Soundoff.Account;
using Soundoff.Episodes;
using Soundoff.Shows;

namespace Soundoff.Storage;

/// <summary>A show as published, and the fingerprint of what it was read from.</summary>
public sealed record ShowRecord(Show Show, string Fingerprint);

/// <summary>The <c>records</c> container: <c>{show}.json</c> and <c>{show}/{slug}.json</c>.</summary>
public sealed class Records(BlobContainerClient container)
{
    // Everything is written: a value that is its type's default (a chapter at 0:00, locked: false) is often not the property's.
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The record of a show; null for one never published.</summary>
    public async Task<ShowRecord?> ShowAsync(string show, CancellationToken cancellation) =>
        (await ReadAsync<ShowRecord>($"{show}.json", cancellation)).Value;

    /// <summary>The record of an episode; null for one never published.</summary>
    public async Task<EpisodeRecord?> EpisodeAsync(string show, string slug, CancellationToken cancellation) =>
        (await ReadAsync<EpisodeRecord>($"{show}/{slug}.json", cancellation)).Value;

    /// <summary>The version of an episode's record, to be read before what the next one is made from.</summary>
    public async Task<ETag?> VersionAsync(string show, string slug, CancellationToken cancellation)
    {
        try
        {
            return (await container.GetBlobClient($"{show}/{slug}.json").GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The record of a show, and its version; nulls for one never published.</summary>
    public Task<(ShowRecord? Record, ETag? Version)> ShowVersionAsync(string show, CancellationToken cancellation) => ReadAsync<ShowRecord>($"{show}.json", cancellation);

    /// <summary>Writes over the version that was read.</summary>
    /// <exception cref="ConflictException">Another version has been written since.</exception>
    public Task WriteAsync(EpisodeRecord record, ETag? version, CancellationToken cancellation) => WriteAsync($"{record.Show}/{record.Slug}.json", record, version, cancellation);

    /// <summary>Writes over the version that was read.</summary>
    /// <exception cref="ConflictException">Another version has been written since.</exception>
    public Task WriteAsync(ShowRecord record, ETag? version, CancellationToken cancellation) => WriteAsync($"{record.Show.Name}.json", record, version, cancellation);

    /// <summary>Removes a show's record, in the version that was read.</summary>
    /// <exception cref="ConflictException">Another version has been written since.</exception>
    public async Task DeleteAsync(string show, ETag version, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient($"{show}.json").DeleteAsync(conditions: new() { IfMatch = version }, cancellationToken: cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            throw new ConflictException("The record changed since it was read.", conflict);
        }
    }

    /// <summary>Names of all shows that have files.</summary>
    public async Task<IReadOnlyList<string>> ShowsAsync(CancellationToken cancellation)
    {
        var shows = new List<string>();
        await foreach (var item in container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", null, cancellation))
            if (item.IsBlob) shows.Add(item.Blob.Name[..^".json".Length]);
        return shows;
    }

    /// <summary>The shows that have a contact address.</summary>
    public async Task<IReadOnlyList<Show>> WithContactAsync(CancellationToken cancellation)
    {
        var shows = new List<Show>();
        foreach (var name in await ShowsAsync(cancellation))
            if ((await ShowAsync(name, cancellation))?.Show is { Contact: not null } show) shows.Add(show);
        return shows;
    }

    private async Task<(T? Value, ETag? Version)> ReadAsync<T>(string name, CancellationToken cancellation) where T : class
    {
        try
        {
            var blob = await container.GetBlobClient(name).DownloadContentAsync(cancellation);
            return (blob.Value.Content.ToObjectFromJson<T>(Json), blob.Value.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return (null, null);
        }
    }

    private async Task WriteAsync<T>(string name, T record, ETag? version, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json; charset=utf-8" },
            Conditions = version is { } seen ? new() { IfMatch = seen } : new() { IfNoneMatch = ETag.All },
        };
        try
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromObjectAsJson(record, Json), options, cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
        {
            throw new ConflictException("The record changed since it was read.", conflict);
        }
    }
}
