using System.Text;
using Soundoff.Cli.Import.Reading;
using Soundoff.Cli.Import.Writing;
using Soundoff.Fields;
using Soundoff.Texts;
using Soundoff.Web;

namespace Soundoff.Cli.Import;

/// <summary>Fetches what lies beside a recording: artwork, chapters, transcripts; and the show's cover.</summary>
internal sealed class Sidecars(Fetcher fetcher, ImportReport report)
{
    private const int LargestPicture = 16 << 20;
    private const int LargestText = 8 << 20;
    private const string Again = "Run the import again later, or leave it.";

    /// <summary>Fetches all that an item names; true when something could not be had.</summary>
    /// <param name="item">The item.</param>
    /// <param name="show">The show, whose cover items often repeat.</param>
    /// <param name="language">The show's.</param>
    /// <param name="target">The files' name without an ending.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<bool> TakeAsync(FoundItem item, FoundShow show, string? language, string target, CancellationToken cancellation)
    {
        var title = item.Title ?? Path.GetFileName(target);
        var missing = false;
        if (item.Image is { } image && image != show.Image) missing |= !await PictureAsync(image, target, title, cancellation);
        if (item.ChaptersFile is { } chapters) missing |= !await TextAsync("podcast:chapters", chapters, _ => target + ".chapters.json", title, cancellation);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var transcript in item.Transcripts)
        {
            var spoken = LanguageTags.Read(transcript.Language ?? "") is { } tag && tag != language ? "." + tag : "";
            missing |= !await TextAsync("podcast:transcript", transcript.Address, type => EndingOf(transcript, type) is { } ending && names.Add(spoken + ending) ? target + spoken + ending : null, title, cancellation);
        }

        return missing;
    }

    /// <summary>Fetches a picture; false when it could not be had.</summary>
    public async Task<bool> PictureAsync(Uri address, string target, string title, CancellationToken cancellation)
    {
        if (File.Exists(target + ".jpg") || File.Exists(target + ".png")) return true;
        if (await GetAsync("artwork", address, LargestPicture, title, cancellation) is not { } got) return false;
        var ending = got.Bytes.AsSpan() switch
        {
            [0xFF, 0xD8, 0xFF, ..] => ".jpg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ".png",
            _ => null,
        };
        if (ending is null) report.Left("artwork", title, "The picture is neither a JPEG nor a PNG.", "Save it as one of them, beside the notes and under their name.");
        else await SafeFile.WriteAsync(target + ending, got.Bytes, cancellation);
        return true;
    }

    private async Task<bool> TextAsync(string what, Uri address, Func<string, string?> nameOf, string title, CancellationToken cancellation)
    {
        if (await GetAsync(what, address, LargestText, title, cancellation) is not { } got) return false;
        var (bytes, type) = got;
        if (nameOf(type) is not { } name)
        {
            report.Left(what, title, "It is in a format that is not read, or comes twice.", "Nothing is lost if it came in another format too; else save it as .vtt or .srt under the notes' name.");
            return true;
        }

        // A page of words is a plain transcript once its marks are gone.
        if (name.EndsWith(".transcript.txt", StringComparison.Ordinal) && type == "text/html") bytes = Encoding.UTF8.GetBytes(PlainText.From(Encoding.UTF8.GetString(bytes)) + "\n");
        else if (type == "text/html" || bytes.AsSpan().TrimStart(" \r\n\t"u8).StartsWith("<!"u8))
        {
            report.Lost(what, title, $"{address} is a page and no such file.", Again);
            return false;
        }

        await SafeFile.WriteAsync(name, bytes, cancellation);
        return true;
    }

    private static string? EndingOf(FoundTranscript transcript, string served)
    {
        foreach (var type in new[] { transcript.Type.ToLowerInvariant().Split(';')[0].Trim(), served })
        {
            switch (type)
            {
                case "text/vtt" or "text/webvtt": return ".vtt";
                case "application/srt" or "application/x-subrip" or "text/srt": return ".srt";
                case "application/json": return ".json";
                case "text/html" or "text/plain": return ".transcript.txt";
            }
        }

        return Path.GetExtension(transcript.Address.AbsolutePath).ToLowerInvariant() switch
        {
            ".vtt" => ".vtt",
            ".srt" => ".srt",
            ".json" => ".json",
            ".txt" or ".html" => ".transcript.txt",
            _ => null,
        };
    }

    private async Task<(byte[] Bytes, string Type)?> GetAsync(string what, Uri address, int most, string title, CancellationToken cancellation)
    {
        try
        {
            using var answer = await fetcher.GetAsync(address, cancellation);
            using var bytes = new MemoryStream();
            await answer.CopyAsync(bytes, most, cancellation);
            return (bytes.ToArray(), answer.Type);
        }
        catch (UnreachableException failure)
        {
            report.Lost(what, title, $"{address} {failure.Message}.", Again);
            return null;
        }
    }
}
