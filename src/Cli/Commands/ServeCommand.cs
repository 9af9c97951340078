using System.CommandLine;
using Soundoff.Cli.Local;
using Spectre.Console;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff serve</c>: the whole of Soundoff on this machine.</summary>
internal static class ServeCommand
{
    private const string DataFolder = ".soundoff";

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo?>("folder") { Description = "A show's folder, or a folder of shows: kept in step with the episodes container.", Arity = ArgumentArity.ZeroOrOne };
        var port = LocalOptions.Port();
        var smtpPort = LocalOptions.SmtpPort();
        var storage = new Option<string?>("--storage") { Description = "A storage account's connection string, in place of a local Azurite.", HelpName = "connection string" };
        var otlp = new Option<Uri?>("--otlp")
        {
            Description = $"Send traces, metrics and logs by OTLP, to {OtlpReceiver.Usual} when no address is given.",
            HelpName = "address",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = option => HttpAddress.Read(option, OtlpReceiver.Usual),
        };
        var hosts = new Option<string[]>("--host") { Description = "Answer to this name too, beside localhost; may be given more than once.", HelpName = "name" };
        var trust = new Option<bool>("--trust-publishers") { Description = "Let pages and scripts in episodes' folders run on the site, in place of being saved." };
        var verbose = LocalOptions.Verbose();
        var command = new Command("serve", "Publish and serve on this machine: what is saved shows in the browser.") { folder, port, smtpPort, storage, otlp, hosts, trust, verbose };
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new StationSettings
            {
                Port = parsed.GetValue(port),
                SmtpPort = parsed.GetValue(smtpPort),
                ConnectionString = parsed.GetValue(storage) ?? "",
                Folder = parsed.GetValue(folder)?.FullName,
                Otlp = parsed.GetValue(otlp),
                Hosts = parsed.GetValue(hosts) ?? [],
                TrustPublishers = parsed.GetValue(trust),
                Verbose = parsed.GetValue(verbose),
            };
            return RunAsync(Screen.On(parsed.InvocationConfiguration.Output), parsed.InvocationConfiguration.Error, settings, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, TextWriter error, StationSettings settings, CancellationToken cancellation)
    {
        if (settings.Folder is { } folder && !Directory.Exists(folder))
        {
            await error.WriteLineAsync($"There is no folder {folder}.");
            return ExitCode.Misused;
        }

        LocalPort.EnsureFree(settings.Port);
        try
        {
            await using var azurite = settings.ConnectionString.Length == 0 ? await Azurite.FindOrStartAsync(Path.Combine(DataFolder, "azurite"), console.WriteLine, cancellation) : null;
            if (azurite is not null) settings = settings with { ConnectionString = azurite.ConnectionString };
            using var shown = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var display = new IntakeDisplay(console, settings.Intake, TimeProvider.System).RunAsync(shown.Token);
            try
            {
                await using var station = await LocalStation.StartAsync(settings, new StatusLines(console, settings.Verbose), cancellation);
                Greet(console, settings, azurite, station.FolderSaid);
                await station.BeginAsync(cancellation);
                await station.WaitAsync(cancellation);
            }
            finally
            {
                await shown.CancelAsync();
                await display;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl+C is how it ends.
        }

        return ExitCode.Good;
    }

    private static void Greet(IAnsiConsole console, StationSettings settings, Azurite? azurite, string? folder)
    {
        var storage = azurite switch
        {
            null => "the account given with --storage",
            { IsOwn: true } => $"Azurite, started here; its data are in {Path.GetFullPath(DataFolder)}",
            _ => "the Azurite that runs on this machine",
        };
        console.MarkupLine($"[bold]site[/]       [link]{settings.Address}[/]");
        console.MarkupLine($"[bold]uploads[/]    {Markup.Escape(folder ?? "blobs of the container \"episodes\", named show/episode.mp3, show/episode.md …")}");
        console.MarkupLine($"[bold]storage[/]    {Markup.Escape(storage)}");
        console.MarkupLine($"[bold]letters[/]    posted to [link]{settings.Address}api/mail[/]{(settings.SmtpPort > 0 ? FormattableString.Invariant($", or by SMTP to localhost:{settings.SmtpPort}") : "")}");
        console.MarkupLine($"[bold]outbox[/]     [link]{settings.Address}_outbox[/]  [dim]mail that would be sent[/]");
        // Elsewhere than where they look, other commands must be told.
        if (azurite is not null && azurite.Ports != AzuritePorts.Default) console.MarkupLine($"[bold]commands[/]   reach it with --storage \"{Markup.Escape(azurite.ConnectionString)}\"");
        if (settings.Otlp is { } otlp) console.MarkupLine($"[bold]telemetry[/]  sent to {Markup.Escape(otlp.AbsoluteUri)} by OTLP");
        console.MarkupLine("[dim]Ctrl+C ends it.[/]");
    }
}
