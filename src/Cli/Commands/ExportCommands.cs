using System.CommandLine;
using Soundoff.Account;
using Soundoff.Cli.Exporting;
using Soundoff.Cli.Publish;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff export</c> and <c>soundoff site export</c>: everything leaves as it came, as files.</summary>
internal static class ExportCommands
{
    public static Command Show()
    {
        var show = new Argument<string>("show") { Description = "The show's name, as in its address." };
        var target = new Argument<string?>("target") { Description = "A folder, or a file that ends in .zip. Left out: a folder here, named after the show.", Arity = ArgumentArity.ZeroOrOne };
        var to = From();
        var command = new Command("export", "Take a show away: its uploads, records, reports, feeds and pages, as files.") { show, target, to };
        command.SetAction((parsed, cancellation) =>
        {
            var name = parsed.GetRequiredValue(show);
            return RunAsync(parsed, parsed.GetValue(to), parsed.GetValue(target) ?? name, async (exporter, store) => await exporter.ShowAsync(name, store, cancellation), $"Nothing of a show \"{name}\" is in the station. 'soundoff list' shows what is.",
                path => $"Publish it anywhere with: soundoff publish {Path.Combine(path, "uploads", name)} --to STATION", cancellation);
        });
        return command;
    }

    public static Command Site()
    {
        var target = new Argument<string>("target") { Description = "A folder, or a file that ends in .zip." };
        var to = From();
        var export = new Command("export", "Write the whole site as files that any web server can serve.") { target, to };
        export.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetValue(to), parsed.GetRequiredValue(target), async (exporter, store) => await exporter.SiteAsync(store, cancellation), "The station has no site yet.",
            path => $"Serve it with any web server whose pages are index.html, and whose page for what is missing is 404.html: {path}", cancellation));
        return new Command("site", "The public site as a whole.") { export };
    }

    private static Option<string?> From()
    {
        var option = StationOption.To();
        return new("--from") { Description = option.Description, HelpName = option.HelpName };
    }

    private static async Task<int> RunAsync(ParseResult parsed, string? station, string target, Func<Exporter, IFileStore, Task<int>> run, string none, Func<string, string> next, CancellationToken cancellation)
    {
        await using var place = await Station.OpenAsync(station, cancellation);
        var (path, files) = (Path.GetFullPath(target), 0);
        await place.AskAsync(async () =>
        {
            using IFileStore store = path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? new ZipStore(path) : new FolderStore(path);
            files = await run(new(place.Get<StorageAccount>()), store);
        });
        if (files == 0)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(none);
            return ExitCode.Misused;
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{files:N0} files are in {path}. {next(path)}");
        return ExitCode.Good;
    }
}
