using System.CommandLine;
using Azure.Identity;
using Soundoff.Account;
using Soundoff.Cli.Operations;
using Soundoff.Cli.Operations.Deployment;
using Soundoff.Cli.Places;
using Soundoff.Operations;
using Soundoff.Storage;
using Spectre.Console;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff doctor</c>: what is wrong with a set-up, and how to mend it.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        var storage = PlaceCommand.Storage();
        var deployment = new Option<string?>("--deployment")
        {
            Description = "Check what 'azd up' made, from outside: roles, secrets, names, events, alerts, SendGrid. Which: the azd environment's name, or its .env file; left out: the one azd uses.",
            HelpName = "name",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var server = new Option<string?>("--name-server") { Description = "With --deployment: ask this name server, and not those of Cloudflare and Google.", HelpName = "address" };
        var command = new Command("doctor", "Check a local set-up or a deployment, and say what to mend. Nothing is changed.") { storage, deployment, server };
        command.SetAction((parsed, cancellation) => parsed.GetResult(deployment) is null
            ? RunAsync(Screen.On(parsed.InvocationConfiguration.Output), parsed.GetValue(storage), cancellation)
            : DeploymentAsync(Screen.On(parsed.InvocationConfiguration.Output), parsed.GetValue(deployment) ?? "", parsed.GetValue(server), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, string? storage, CancellationToken cancellation)
    {
        await using var place = StoragePlace.Of(storage);
        console.MarkupLine($"[bold]{Markup.Escape(place.Name)}[/]");
        return Tell(console, await FindingsAsync(place, cancellation));
    }

    private static async Task<int> DeploymentAsync(IAnsiConsole console, string which, string? nameServer, CancellationToken cancellation)
    {
        var environment = AzdEnvironment.Read(which);
        var deployed = new Deployed(environment);
        console.MarkupLine($"[bold]the deployment {Markup.Escape(environment.Name)}[/]");
        using var http = new HttpClient { Timeout = LongestAnswer };
        var azure = new ResourceManager(environment["SOUNDOFF_RESOURCE_MANAGER"] is { } address ? new(address) : ResourceManager.Public, new DefaultAzureCredential(), http);
        return Tell(console, await new DeploymentDoctor(deployed, azure, Names.Of(nameServer), http, TimeProvider.System).ExamineAsync(cancellation));
    }

    private static int Tell(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var (word, colour) = finding.Verdict switch { Verdict.Good => ("good", "green"), Verdict.Hint => ("hint", "yellow"), Verdict.Wrong => ("wrong", "red"), _ => ("unknown", "blue") };
            console.MarkupLine($"  [{colour}]{word,-8}[/] [bold]{finding.Area,-8}[/] {Markup.Escape(finding.What)}");
            if (finding.Mend is { } mend) console.MarkupLine($"                    [dim]{Markup.Escape(mend)}[/]");
        }

        var wrong = findings.Count(finding => finding.Verdict == Verdict.Wrong);
        console.MarkupLine(wrong == 0 ? "[green]Nothing is wrong.[/]" : FormattableString.Invariant($"[red]{wrong} to be mended.[/]"));
        return wrong == 0 ? ExitCode.Good : ExitCode.NotPublished;
    }

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(StoragePlace place, CancellationToken cancellation)
    {
        try
        {
            if (place.IsLocal) await place.EnsureListensAsync(cancellation);
            var findings = new List<Finding>(await place.Get<StorageDoctor>().ExamineAsync(place.IsLocal, cancellation));
            // Nothing more can be found out where storage does not answer or is incomplete.
            if (findings.Any(finding => finding is { Verdict: Verdict.Wrong, Area: "blobs" or "tables" })) return findings;
            await place.AskAsync(async () =>
            {
                findings.Add(await SiteVisit.ExamineAsync(place.Get<StorageAccount>(), place.IsLocal, cancellation));
                var shows = await place.Get<Records>().WithContactAsync(cancellation);
                findings.AddRange(await place.Get<MailDoctor>().ExamineAsync(shows, place.IsLocal, cancellation));
                foreach (var domain in shows.Select(show => show.Contact!.Domain.ToLowerInvariant()).Distinct())
                    findings.Add(await MailRoute.ExamineAsync(domain, place.IsLocal, cancellation));
            });
            if (!place.IsLocal)
                findings.Add(new("events", Verdict.Unknown, "Whether Event Grid delivers uploads is not told by storage.", "Run 'soundoff doctor --deployment' in the folder of the deployment: it looks."));
            return findings;
        }
        catch (CannotRunException cannot)
        {
            return [new("storage", Verdict.Wrong, cannot.Message[..^(cannot.Mend.Length + 1)], cannot.Mend)];
        }
    }
}
