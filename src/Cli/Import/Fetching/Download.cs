using System.Globalization;
using Soundoff.Web;

namespace Soundoff.Cli.Import.Fetching;

/// <summary>
/// Fetches a large file so that what was broken off goes on where it ended: bytes go into <c>{file}.part</c>, and <c>{file}.from.part</c> says which version they are of. The
/// file has its name only once it is whole.
/// </summary>
/// <param name="web">Fetches.</param>
/// <param name="target">The file, without an ending: that is known only from what is in it.</param>
internal sealed class Download(Fetcher web, string target)
{
    // A connection that breaks again and again without a byte between is not tried for ever.
    private const int MostBreaks = 5;
    private const int MostRounds = 100;

    /// <summary>Bytes as they come; of no file that is published, since names with this ending are passed over.</summary>
    public string Part { get; } = target + ".part";

    private string From { get; } = target + ".from.part";

    /// <summary>The type that the server gives it.</summary>
    public string Type { get; private set; } = "";

    /// <summary>Fetches until it is whole.</summary>
    /// <param name="address">Of the file.</param>
    /// <param name="got">Is told of each piece, in bytes.</param>
    /// <param name="cancellation">Breaks it off; the next one goes on from there.</param>
    /// <exception cref="UnreachableException">It cannot be had whole.</exception>
    public async Task RunAsync(Uri address, Action<int> got, CancellationToken cancellation)
    {
        for (var (breaks, rounds) = (0, 0); rounds < MostRounds; rounds++)
        {
            var before = Have;
            try
            {
                if (await GoOnAsync(address, got, cancellation)) return;
            }
            catch (UnreachableException) when (Have > before)
            {
                breaks = 0;
                continue;
            }
            catch (UnreachableException) when (++breaks < MostBreaks && Have > 0)
            {
                continue;
            }

            if (++breaks >= MostBreaks) break;
        }

        throw new UnreachableException("ends before all of it was sent");
    }

    /// <summary>Gives the whole file its name.</summary>
    /// <param name="name">With its ending.</param>
    public void Finish(string name)
    {
        File.Move(Part, name, overwrite: true);
        File.Delete(From);
    }

    /// <summary>Throws away what was fetched.</summary>
    public void Drop()
    {
        File.Delete(Part);
        File.Delete(From);
    }

    private long Have => File.Exists(Part) ? new FileInfo(Part).Length : 0;

    private async Task<bool> GoOnAsync(Uri address, Action<int> got, CancellationToken cancellation)
    {
        var (have, validator) = (Have, File.Exists(From) ? await File.ReadAllTextAsync(From, cancellation) : null);
        // Nothing tells whether the rest is of the same version: begin anew.
        if (string.IsNullOrEmpty(validator)) have = 0;
        using var answer = await web.GetAsync(address, cancellation, new(have, null), have > 0 ? validator : null);
        Type = answer.Type;
        if (answer.IsPastEnd)
        {
            if (answer.Length == have && have > 0) return true;
            Drop();
            return false;
        }

        if (!answer.IsPart) have = 0;
        await File.WriteAllTextAsync(From, answer.Validator ?? "", cancellation);
        await using (var file = new FileStream(Part, have > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16, FileOptions.Asynchronous))
            await answer.CopyAsync(file, long.MaxValue, cancellation, got);
        return answer.Length is not { } whole || Have == whole
            ? true
            : Have > whole ? throw new UnreachableException(string.Create(CultureInfo.InvariantCulture, $"sends {Have:N0} bytes and says it has {whole:N0}")) : false;
    }
}
