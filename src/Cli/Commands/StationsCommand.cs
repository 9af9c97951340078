using System.CommandLine;
using Soundoff.Cli.Publish;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff stations</c>: where a person publishes to.</summary>
internal static class StationsCommand
{
    public static Command Create()
    {
        var list = new Command("list", "Show them, and which is in use.");
        list.SetAction(async (parsed, _) =>
        {
            var known = ListedStations.Read();
            foreach (var (name, account) in known.Stations.OrderBy(station => station.Key, StringComparer.Ordinal)) await parsed.InvocationConfiguration.Output.WriteLineAsync($"{(name == known.Used ? "*" : " ")} {name,-20} {account}");
            if (known.Stations.Count == 0) await parsed.InvocationConfiguration.Output.WriteLineAsync("None yet: soundoff stations add NAME ACCOUNT");
            return ExitCode.Good;
        });

        var name = new Argument<string>("name") { Description = "What you call it." };
        var account = new Argument<string>("account") { Description = "The name of its storage account. No connection strings: they hold keys, and this is written down." };
        var add = new Command("add", "Remember one, and use it.") { name, account };
        add.SetAction(async (parsed, _) =>
        {
            var (called, of) = (parsed.GetRequiredValue(name), parsed.GetRequiredValue(account));
            if (of.Contains('=', StringComparison.Ordinal))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("A connection string holds a key, and is not written down. Give the account's name and sign in with 'az login', or give the connection string with --to each time.");
                return ExitCode.Misused;
            }

            var known = ListedStations.Read();
            (known with { Used = called, Stations = new Dictionary<string, string>(known.Stations) { [called] = of } }).Write();
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{called} is {of}, and in use.");
            return ExitCode.Good;
        });

        return new Command("stations", "Remember the stations you publish to.") { list, add, Changing("use", "Mean it when no station is named.", (known, called) => known with { Used = called }), Changing("remove", "Forget it.", Without) };
    }

    private static Command Changing(string verb, string description, Func<ListedStations, string, ListedStations> change)
    {
        var name = new Argument<string>("name") { Description = "What you called it." };
        var command = new Command(verb, description) { name };
        command.SetAction(async (parsed, _) =>
        {
            var (known, called) = (ListedStations.Read(), parsed.GetRequiredValue(name));
            if (!known.Stations.ContainsKey(called))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no station \"{called}\". There is: {string.Join(", ", known.Stations.Keys.DefaultIfEmpty("none"))}.");
                return ExitCode.Misused;
            }

            change(known, called).Write();
            return ExitCode.Good;
        });
        return command;
    }

    private static ListedStations Without(ListedStations known, string called) =>
        known with { Used = known.Used == called ? null : known.Used, Stations = known.Stations.Where(station => station.Key != called).ToDictionary() };
}
