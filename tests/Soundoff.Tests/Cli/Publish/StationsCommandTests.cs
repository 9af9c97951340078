using Soundoff.Cli;
using Soundoff.Cli.Publish;

namespace Soundoff.Tests.Cli.Publish;

public sealed class StationsCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public StationsCommandTests() => Environment.SetEnvironmentVariable(ListedStations.Variable, _folder.At("mine/stations.json"));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ListedStations.Variable, null);
        _folder.Dispose();
    }

    [Fact]
    public async Task Stations_are_remembered_used_and_forgotten_and_no_key_is_written_down()
    {
        Assert.Contains("None yet", (await CommandRun.Of("stations", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Good, (await CommandRun.Of("stations", "add", "work", "radioaccount")).ExitCode);
        Assert.Equal(ExitCode.Good, (await CommandRun.Of("stations", "add", "home", "homeaccount")).ExitCode);
        var secret = await CommandRun.Of("stations", "add", "bad", "AccountName=a;AccountKey=c2VjcmV0");
        Assert.Equal(ExitCode.Misused, secret.ExitCode);
        Assert.Contains("is not written down", secret.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", await File.ReadAllTextAsync(_folder.At("mine/stations.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Equal(("homeaccount", "radioaccount", null, "other123"), (Station.StorageOf(null), Station.StorageOf("work"), Station.StorageOf("local"), Station.StorageOf("other123")));
        Assert.Equal(ExitCode.Good, (await CommandRun.Of("stations", "use", "work")).ExitCode);
        Assert.Equal("radioaccount", Station.StorageOf(null));
        Assert.Equal(["  home                 homeaccount", "* work                 radioaccount"], (await CommandRun.Of("stations", "list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')));
        Assert.Equal(ExitCode.Good, (await CommandRun.Of("stations", "remove", "work")).ExitCode);
        Assert.Null(ListedStations.Read().Used);
        Assert.Equal(ExitCode.Misused, (await CommandRun.Of("stations", "use", "work")).ExitCode);
    }
}
