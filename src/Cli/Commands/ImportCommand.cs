using System.CommandLine;
using Soundoff.Cli.Import;
using Soundoff.Cli.Import.Fetching;
using Soundoff.Cli.Import.Reading;
using Soundoff.Web;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff import</c>: a show that is published elsewhere becomes a folder.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var feed = new Argument<string>("feed") { Description = "The feed: an address, a file, or an OPML file of several." };
        var folder = new Argument<DirectoryInfo?>("folder") { Description = "Where the show's files go. Left out: a folder here, named after the show. Of an OPML: the folder of shows.", Arity = ArgumentArity.ZeroOrOne };
        var media = new Option<string>("--media") { Description = "copy: fetch the recordings. keep: leave them where they are, and name their addresses.", HelpName = "copy|keep", DefaultValueFactory = _ => "copy" };
        media.AcceptOnlyFromAmong("copy", "keep");
        var strip = new Option<bool>("--strip-prefixes") { Description = "Take the addresses of services that count downloads off the recordings." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each show, each on a line, and nothing else." };
        var command = new Command("import", "Take in a show that is published elsewhere, from its feed. Run again, it fetches what is new.") { feed, folder, media, strip, json };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetRequiredValue(feed), parsed.GetValue(folder)?.FullName,
            new() { KeepMedia = parsed.GetValue(media) == "keep", StripPrefixes = parsed.GetValue(strip) }, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, string feed, string? folder, ImportSettings settings, bool json, CancellationToken cancellation)
    {
        if (SourceOf(feed) is not { } source)
        {
            await error.WriteLineAsync($"\"{feed}\" is neither an address nor a file. Give the feed's whole address, such as https://radio.example/feed.xml, or the path of a file.");
            return ExitCode.Misused;
        }

        // A file's feed was chosen by hand; one on the public net leads only to the public net.
        var inner = source.Address is null || await LocalNet.HoldsAsync(source.Address.Host, cancellation);
        using var fetcher = new Fetcher(inner, TimeProvider.System, settings.FirstRest);
        var console = Screen.On(output);
        var progress = new ImportProgress();
        using var shown = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var display = json ? Task.CompletedTask : new ImportDisplay(console, progress, TimeProvider.System).RunAsync(shown.Token);
        var reports = new List<ImportReport>();
        var unread = new List<string>();
        try
        {
            var (feeds, isList) = await FeedList.OfAsync(source, fetcher, cancellation);
            foreach (var one in feeds)
            {
                try
                {
                    reports.Add(await new Importer(fetcher, settings, progress).RunAsync(one, isList ? null : folder, isList && folder is not null ? folder : Directory.GetCurrentDirectory(), cancellation));
                }
                catch (Exception failure) when (failure is UnreachableException or InvalidDataException)
                {
                    unread.Add($"{one.Address?.AbsoluteUri ?? one.File} {failure.Message}. Open the address in a browser, and look whether it shows a feed.");
                }
            }
        }
        catch (UnreachableException failure)
        {
            unread.Add($"{feed} {failure.Message}. Open the address in a browser, and look whether it shows a feed.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"The files could not be written: {failure.Message}", "Look whether the folder may be written, whether the disk is full, and whether another import runs.", failure);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await error.WriteLineAsync("Broken off. Run the same command again: it goes on where it was.");
            return ExitCode.NotPublished;
        }
        finally
        {
            await shown.CancelAsync();
            await display;
        }

        foreach (var report in reports)
            if (json) await output.WriteLineAsync(ImportJson.Line(report));
            else ImportScreen.Write(console, report);
        foreach (var line in unread) await error.WriteLineAsync(line);
        return unread.Count > 0 && reports.Count == 0 ? ExitCode.CannotRun : unread.Count == 0 && reports.TrueForAll(report => report.IsWhole) ? ExitCode.Good : ExitCode.NotPublished;
    }

    private static FeedSource? SourceOf(string feed)
    {
        if (File.Exists(feed)) return new(null, Path.GetFullPath(feed));
        // As podcast apps and old pages write them.
        foreach (var scheme in new[] { "feed://", "itpc://", "pcast://" })
            if (feed.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) feed = "https://" + feed[scheme.Length..];
        return Written.Address(null, feed) is { } address ? new(address, null) : null;
    }
}
