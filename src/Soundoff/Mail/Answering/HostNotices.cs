using Azure.Data.Tables;
using Soundoff.Mail.Letters;

namespace Soundoff.Mail.Answering;

/// <summary>What hosts should be told about mail of theirs, in the next digest. Holds no address.</summary>
public sealed class HostNotices(LetterTable table, TimeProvider clock)
{
    /// <summary>Notes it; noted again it is told once.</summary>
    public Task AddAsync(string show, string id, string text, CancellationToken cancellation) =>
        table.PutAsync(new TableEntity(show, LetterKeys.Notice(clock.GetUtcNow(), id)) { ["Text"] = text }, cancellation);

    /// <summary>All that was noted, oldest first, by row.</summary>
    internal async Task<IReadOnlyList<(string Key, string Text)>> ListAsync(string show, CancellationToken cancellation)
    {
        var notices = new List<(string, string)>();
        await foreach (var row in table.RangeAsync(show, "n:", cancellation)) notices.Add((row.RowKey, row.GetString("Text")));
        return notices;
    }

    internal Task RemoveAsync(string show, string key, CancellationToken cancellation) => table.DeleteAsync(show, key, cancellation);
}
