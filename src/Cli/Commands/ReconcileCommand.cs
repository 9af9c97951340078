using System.CommandLine;
using Soundoff.Publishing;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff reconcile</c>: what happens every night, now.</summary>
internal static class ReconcileCommand
{
    public static Command Create()
    {
        var show = new Argument<string?>("show") { Description = "The show. Left out: all.", Arity = ArgumentArity.ZeroOrOne };
        var storage = PlaceCommand.Storage();
        var command = new Command("reconcile", "Compare uploads, catalog and site as every night, and have done what is behind.") { show, storage };
        command.SetPlaceAction(storage, async (parsed, place, cancellation) =>
        {
            var reconciler = place.Get<Reconciler>();
            var known = await reconciler.ShowsAsync(cancellation);
            var chosen = parsed.GetValue(show);
            if (chosen is not null && !known.Contains(chosen))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no show \"{chosen}\" in {place.Name}. There is: {string.Join(", ", known.DefaultIfEmpty("none"))}.");
                return ExitCode.Misused;
            }

            foreach (var name in chosen is null ? known : [chosen])
            {
                await reconciler.RunAsync(name, cancellation);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{name}: compared. What is behind is done within minutes where Soundoff runs.");
            }

            return ExitCode.Good;
        });
        return command;
    }
}
