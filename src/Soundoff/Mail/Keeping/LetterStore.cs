using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Receiving;

namespace Soundoff.Mail.Keeping;

/// <summary>
/// Letters: a row each, and their content in the <c>mail</c> container as <c>letters/{id}.json</c>. What is read here is personal data and never goes into logs.
/// </summary>
public sealed class LetterStore(LetterTable table, BlobContainerClient container, MailStore mails)
{
    /// <summary>The show of letters that name none: no folder can have this name.</summary>
    public const string NoShow = "-";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A letter with its content; null when there is none, or no more.</summary>
    public async Task<Letter?> FindAsync(string show, string id, CancellationToken cancellation) =>
        await RowAsync(show, id, cancellation) is { } letter ? await WithContentAsync(letter, cancellation) : null;

    /// <summary>A letter without its content; null when there is none.</summary>
    internal async Task<Letter?> RowAsync(string show, string id, CancellationToken cancellation)
    {
        if (await table.RowAsync(show, LetterKeys.Index(id), cancellation) is not { } index) return null;
        return await table.RowAsync(show, index.GetString("Key"), cancellation) is { } row ? LetterRow.Read(row) : null;
    }

    /// <summary>The letters of a show, all classes, newest first, without their contents.</summary>
    public async IAsyncEnumerable<Letter> ListAsync(string show, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.RangeAsync(show, LetterKeys.Letters, cancellation)) yield return LetterRow.Read(row);
    }

    /// <summary>The letters that came after a time and not after another, both to the second, newest first, without their contents; at most so many.</summary>
    public async Task<IReadOnlyList<Letter>> BetweenAsync(string show, DateTimeOffset after, DateTimeOffset until, int most, CancellationToken cancellation)
    {
        var letters = new List<Letter>();
        await foreach (var row in table.RangeAsync(show, LetterKeys.Letters + RowKeys.NewestFirst(until), LetterKeys.Letters + RowKeys.NewestFirst(after), most, cancellation)) letters.Add(LetterRow.Read(row));
        return letters;
    }

    /// <summary>The letters that came before a time, without their contents.</summary>
    public async Task<IReadOnlyList<Letter>> BeforeAsync(string show, DateTimeOffset time, CancellationToken cancellation)
    {
        var letters = new List<Letter>();
        await foreach (var row in table.RangeAsync(show, $"{LetterKeys.Letters}{RowKeys.NewestFirst(time)};", RowKeys.After(LetterKeys.Letters), null, cancellation)) letters.Add(LetterRow.Read(row));
        return letters;
    }

    /// <summary>The shows that have letters, among them <see cref="NoShow"/>.</summary>
    public Task<IReadOnlyList<string>> ShowsAsync(CancellationToken cancellation) => table.ShowsAsync(cancellation);

    /// <summary>The letters, of all shows, whose ids begin so; at most so many.</summary>
    /// <param name="beginning">Of an id: its day, and as many of its digits as tell it from others.</param>
    /// <param name="most">How many are wanted.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<(string Show, string Id)>> BeginningWithAsync(string beginning, int most, CancellationToken cancellation)
    {
        var found = new List<(string, string)>();
        var from = LetterKeys.Index(beginning);
        foreach (var show in await table.ShowsAsync(cancellation))
            await foreach (var row in table.RangeAsync(show, from, RowKeys.After(from), most - found.Count, cancellation)) found.Add((show, row.RowKey[LetterKeys.Index("").Length..]));
        return found;
    }

    /// <summary>The letter with its content filled in; null when that is gone.</summary>
    public async Task<Letter?> WithContentAsync(Letter letter, CancellationToken cancellation)
    {
        try
        {
            var content = (await Blob(letter.Id).DownloadContentAsync(cancellation)).Value.Content;
            return letter with { Content = content.ToObjectFromJson<LetterContent>(Json) };
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Which message of a show was seen first under a key; null when none was.</summary>
    internal async Task<string?> SeenAsync(string show, string letterKey, CancellationToken cancellation) =>
        (await table.RowAsync(show, LetterKeys.Seen(letterKey), cancellation))?.GetString("Id");

    /// <summary>Keeps a new letter, and in the same transaction that it was seen and what that changes about its sender.</summary>
    /// <exception cref="ConflictException">It is kept already, or the sender's row changed: start over from the read.</exception>
    internal async Task AddAsync(Letter letter, string letterKey, SenderRow? sender, CancellationToken cancellation)
    {
        await WriteContentAsync(letter, cancellation);
        var row = LetterRow.Write(letter);
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.Add, row),
            new(TableTransactionActionType.Add, new TableEntity(letter.Show, LetterKeys.Index(letter.Id)) { ["Key"] = row.RowKey, ["Seen"] = letterKey }),
            new(TableTransactionActionType.Add, new TableEntity(letter.Show, LetterKeys.Seen(letterKey)) { ["Id"] = letter.Id }),
        ];
        if (letter.Quiet) actions.Add(new(TableTransactionActionType.Add, new TableEntity(letter.Show, LetterKeys.BundledLetter(letter.Received, letter.Id)) { ["Id"] = letter.Id }));
        if (sender is not null) actions.Add(sender.Action(letter.Show));
        await table.SubmitAsync(actions, cancellation);
    }

    /// <summary>Writes a letter's row over the version that was read, together with other rows of its show.</summary>
    /// <exception cref="ConflictException">Another version has been written since.</exception>
    internal Task UpdateAsync(Letter letter, IEnumerable<TableTransactionAction> others, CancellationToken cancellation) =>
        table.SubmitAsync(others.Prepend(new(TableTransactionActionType.UpdateReplace, LetterRow.Write(letter), letter.ETag)), cancellation);

    /// <summary>Writes what a letter says over what was there.</summary>
    internal Task WriteContentAsync(Letter letter, CancellationToken cancellation) =>
        Blob(letter.Id).UploadAsync(BinaryData.FromObjectAsJson(letter.Content!, Json), new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/json; charset=utf-8" } }, cancellation);

    /// <summary>Removes a letter, its content, the raw message and the messages of hosts that answered it.</summary>
    /// <returns>What was there, in words.</returns>
    internal async Task<IReadOnlyList<string>> RemoveAsync(Letter letter, CancellationToken cancellation)
    {
        var removed = new List<string>();
        // Its rows last, and all at once: while they are there, what is left can be found.
        await foreach (var reply in table.RangeAsync(letter.Show, LetterKeys.Replies(letter.Id), cancellation))
        {
            removed.AddRange((await mails.DeleteAsync(reply.GetString("Mail"), cancellation)).Select(name => "answer " + name));
            await table.DeleteAsync(letter.Show, reply.RowKey, cancellation);
        }

        if (letter.Quiet) await table.DeleteAsync(letter.Show, LetterKeys.BundledLetter(letter.Received, letter.Id), cancellation);
        removed.AddRange((await mails.DeleteAsync(letter.Id, cancellation)).Select(name => "message " + name));
        if (await container.DeleteBlobIfExistsAsync(ContentName(letter.Id), cancellationToken: cancellation)) removed.Add("text " + ContentName(letter.Id));
        if (await table.RowAsync(letter.Show, LetterKeys.Index(letter.Id), cancellation) is { } index)
        {
            string[] keys = [LetterKeys.Seen(index.GetString("Seen")), index.RowKey, LetterKeys.Letter(letter.Received, letter.Id)];
            try
            {
                await table.SubmitAsync(keys.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(letter.Show, key), ETag.All)), cancellation);
            }
            catch (ConflictException)
            {
                // Removed by another at the same time.
            }
        }

        removed.Add($"letter {letter.Id} of {letter.Show}");
        return removed;
    }

    private static string ContentName(string id) => $"letters/{id}.json";

    private BlobClient Blob(string id) => container.GetBlobClient(ContentName(id));
}
