using System.CommandLine;
using Soundoff.Cli.Operations;
using Soundoff.Operations;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff status</c>: how everything stands.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object, and nothing else." };
        var storage = PlaceCommand.Storage();
        var command = new Command("status", "Show how shows, queues and letters stand.") { json, storage };
        command.SetPlaceAction(storage, async (parsed, place, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var status = await place.Get<StatusReader>().ReadAsync(cancellation);
            if (parsed.GetValue(json)) await output.WriteLineAsync(StatusJson.Of(status));
            else StatusScreen.Write(Screen.On(output), status, TimeProvider.System.GetUtcNow());
            return status.Health.Healthy ? ExitCode.Good : ExitCode.NotPublished;
        });
        return command;
    }
}
