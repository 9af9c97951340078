using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Soundoff.Cli.Import.Writing;

namespace Soundoff.Cli.Import;

/// <summary>
/// What runs before have taken in, in a hidden file of the show's folder: a line for each name that was given and each item that was finished. Lines are only added, so a run that
/// is killed loses at most the one it was writing.
/// </summary>
internal sealed class ImportJournal : IDisposable
{
    /// <summary>Hidden, so that it is never uploaded.</summary>
    public const string FileName = ".soundoff-import";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _turn = new();
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DoneItem> _done = new(StringComparer.Ordinal);
    private readonly StreamWriter _lines;

    /// <param name="folder">The show's folder.</param>
    /// <exception cref="IOException">Another run writes it.</exception>
    public ImportJournal(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var whole = true;
        if (File.Exists(path))
        {
            var text = File.ReadAllText(path);
            whole = text.Length == 0 || text.EndsWith('\n');
            foreach (var line in text.Split('\n')) Read(line);
        }

        _lines = new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
        if (!whole) _lines.WriteLine();
    }

    /// <summary>All names that were given.</summary>
    public IReadOnlyCollection<string> Keys => _keys.Values;

    /// <summary>The name an item was given; null for a new one.</summary>
    public string? KeyOf(string id) => _keys.GetValueOrDefault(id);

    /// <summary>What is known of an item that was finished; null for any other.</summary>
    public DoneItem? Done(string id)
    {
        lock (_turn) return _done.GetValueOrDefault(id);
    }

    /// <summary>Gives an item its name.</summary>
    public void Name(string id, string key)
    {
        lock (_turn)
            if (_keys.TryAdd(id, key)) _lines.WriteLine(JsonSerializer.Serialize(new JournalLine(id, key, null), Json));
    }

    /// <summary>Marks an item as finished.</summary>
    public void Finish(string id, DoneItem item)
    {
        lock (_turn)
        {
            if (_done.GetValueOrDefault(id) == item) return;
            _done[id] = item;
            _lines.WriteLine(JsonSerializer.Serialize(new JournalLine(id, null, item), Json));
        }
    }

    /// <summary>What tells a text from others.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    public void Dispose() => _lines.Dispose();

    private void Read(string line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        try
        {
            if (JsonSerializer.Deserialize<JournalLine>(line, Json) is not { Id: { } id } read) return;
            if (read.Key is { } key) _keys[id] = key;
            if (read.Done is { } done) _done[id] = done;
        }
        catch (JsonException)
        {
            // The run before was killed in the middle of this line.
        }
    }

    private sealed record JournalLine(string? Id, string? Key, DoneItem? Done);
}

/// <summary>An item that was finished.</summary>
/// <param name="Notes">What tells the text that was written from others.</param>
/// <param name="Media">Where its recording came from; null for none, and for one that could not be had.</param>
/// <param name="Kept">The recording that was left where it is.</param>
/// <param name="Missing">Whether something of it could not be had: that is tried again.</param>
internal sealed record DoneItem(string Notes, Uri? Media, KeptMedia? Kept, bool Missing = false);
