using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Soundoff.Account;
using Soundoff.Mail.Matching;
using Soundoff.Storage;

namespace Soundoff.Mail.Receiving;

/// <summary>
/// The messages in the <c>mail</c> container: <c>inbound/{yyyy-MM-dd}/{id}.eml</c>, its facts in <c>{id}.json</c>. The folders are days, so
/// that what expires is found by name.
/// </summary>
/// <param name="container">The <c>mail</c> container.</param>
/// <param name="letters">The queue that is told of each message by a <see cref="WakeUp"/> of its id.</param>
public sealed class MailStore(BlobContainerClient container, QueueClient letters)
{
    /// <summary>The folder of all messages.</summary>
    public const string Folder = "inbound/";

    private const string Match = "match";
    private const int LongestUnknown = 200;
    private const int BlockSize = 4 * 1024 * 1024;
    private const int DateLength = 10;
    private const int HashLength = 32;

    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whether a text has the form of a message's id: <c>{yyyy-MM-dd}-{32 hex digits}</c>.</summary>
    public static bool IsId(string text) =>
        text.Length == DateLength + 1 + HashLength && text[DateLength] == '-' &&
        DateOnly.TryParseExact(text.AsSpan(0, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) &&
        text[(DateLength + 1)..].All(char.IsAsciiHexDigit);

    /// <summary>Where the bytes of a message are.</summary>
    public static string RawName(string id) => $"{Folder}{id[..DateLength]}/{id}.eml";

    /// <summary>Where its facts are.</summary>
    public static string FactsName(string id) => $"{Folder}{id[..DateLength]}/{id}.json";

    /// <summary>Keeps a message, then its facts, then tells the queue. Done again after a failure it completes what is missing.</summary>
    internal async Task KeepAsync(KeptMail mail, Stream bytes, CancellationToken cancellation)
    {
        var type = mail.Form == MailForm.Unreadable ? "application/octet-stream" : "message/rfc822";
        await WriteAsync(RawName(mail.Id), bytes, type, cancellation);
        // The first delivery's facts stay: a message told of twice has been received once.
        await WriteAsync(FactsName(mail.Id), new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(mail, Json)), "application/json; charset=utf-8", cancellation);
        await letters.SendMessageAsync(WakeUp.Text(mail.Id, mail.Delivery.Received), null, ForEver, cancellation);
    }

    /// <summary>Has a show's bundle of letters sent after a delay of at most seven days.</summary>
    internal Task BundleAsync(string name, DateTimeOffset now, TimeSpan delay, CancellationToken cancellation) =>
        letters.SendMessageAsync(WakeUp.Text(name, now + delay), delay, ForEver, cancellation);

    /// <summary>A message's facts; null when it is not kept, or no more.</summary>
    public async Task<KeptMail?> FindAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var facts = (await container.GetBlobClient(FactsName(id)).DownloadContentAsync(cancellation)).Value;
            var match = facts.Details.Metadata.TryGetValue(Match, out var decided) ? JsonSerializer.Deserialize<EpisodeMatch>(Uri.UnescapeDataString(decided), Json) : null;
            return facts.Content.ToObjectFromJson<KeptMail>(Json)! with { Match = match, Version = facts.Details.ETag };
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Remembers what a message is about. Settings and episodes change between two wake-ups of one message; it is the same letter all the same.
    /// </summary>
    /// <exception cref="ConflictException">Another has decided, or removed the message: start over from the read.</exception>
    internal async Task DecideAsync(KeptMail mail, EpisodeMatch match, CancellationToken cancellation)
    {
        // Metadata hold 8 KiB of ASCII, and a stranger may have written more than that behind a plus sign.
        var text = JsonSerializer.Serialize(match with { UnknownSlug = match.UnknownSlug is { Length: > LongestUnknown } ? null : match.UnknownSlug }, Json);
        try
        {
            await container.GetBlobClient(FactsName(mail.Id)).SetMetadataAsync(
                new Dictionary<string, string> { [Match] = Uri.EscapeDataString(text) }, new BlobRequestConditions { IfMatch = mail.Version }, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            throw new ConflictException("The message changed since it was read.", changed);
        }
    }

    /// <summary>A message's bytes, read from storage as they are asked for.</summary>
    /// <exception cref="RequestFailedException">It is not kept, or no more (status 404).</exception>
    public Task<Stream> OpenAsync(string id, CancellationToken cancellation) =>
        container.GetBlobClient(RawName(id)).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);

    /// <summary>Deletes a message and its facts; nothing happens when they are gone.</summary>
    /// <returns>The blobs that were there.</returns>
    public async Task<IReadOnlyList<string>> DeleteAsync(string id, CancellationToken cancellation)
    {
        var deleted = new List<string>();
        // The bytes first: while the facts are there, what is left can be found.
        foreach (var name in new[] { RawName(id), FactsName(id) })
            if (await container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellation)) deleted.Add(name);
        return deleted;
    }

    /// <summary>Deletes all messages that were received before a day (UTC).</summary>
    public async Task ExpireAsync(DateOnly day, CancellationToken cancellation)
    {
        var first = Folder + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellation))
        {
            if (string.CompareOrdinal(blob.Name, first) >= 0) break;
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        }
    }

    private async Task WriteAsync(string name, Stream bytes, string type, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = type },
            Conditions = new() { IfNoneMatch = ETag.All },
            TransferOptions = new() { InitialTransferSize = BlockSize, MaximumTransferSize = BlockSize, MaximumConcurrency = 1 },
        };
        try
        {
            await container.GetBlobClient(name).UploadAsync(bytes, options, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // The name tells the content: it is there already.
        }
    }
}
