using Azure.Data.Tables;
using Soundoff.Languages;
using Soundoff.Mail.Keeping;
using Soundoff.Shows;

namespace Soundoff.Mail.Answering;

/// <summary>What hosts should be told about mail of theirs, in the next digest. Holds no address.</summary>
public sealed class HostNotices(LetterTable table, TimeProvider clock)
{
    /// <summary>Notes it in the show's language; noted again it is told once.</summary>
    internal Task AddAsync(Show show, string id, Func<NoticeWords, string> text, CancellationToken cancellation) =>
        table.PutAsync(new TableEntity(show.Name, LetterKeys.Notice(clock.GetUtcNow(), id)) { ["Text"] = text(Words.For(show.Language).Notices) }, cancellation);

    /// <summary>All that was noted, oldest first, by row.</summary>
    internal async Task<IReadOnlyList<(string Key, string Text)>> ListAsync(string show, CancellationToken cancellation)
    {
        var notices = new List<(string, string)>();
        await foreach (var row in table.RangeAsync(show, "n:", cancellation)) notices.Add((row.RowKey, row.GetString("Text")));
        return notices;
    }

    internal Task RemoveAsync(string show, string key, CancellationToken cancellation) => table.DeleteAsync(show, key, cancellation);
}
