using System.CommandLine;
using Soundoff.Account;
using Soundoff.Operations;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff redrive</c>: poisoned messages get five more tries.</summary>
internal static class RedriveCommand
{
    public static Command Create()
    {
        var queue = new Argument<string?>("queue") { Description = "Whose poisoned messages. Left out: all.", Arity = ArgumentArity.ZeroOrOne }.AcceptOnlyFromAmong([.. Queues.All]);
        var storage = PlaceCommand.Storage();
        var command = new Command("redrive", "Put poisoned messages back on their queue, once what made them fail is mended.") { queue, storage };
        command.SetPlaceAction(storage, async (parsed, place, cancellation) =>
        {
            foreach (var name in parsed.GetValue(queue) is { } one ? [one] : Queues.All)
            {
                var count = await place.Get<Redrive>().RunAsync(name, cancellation);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(FormattableString.Invariant($"{name}: {count} put back."));
            }

            return ExitCode.Good;
        });
        return command;
    }
}
