using System.Security.Cryptography;
using System.Text;
using Soundoff.Hosting;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>Every storage operation of a publish fails once, before and after its effect; handled again, the result is the same to the byte.</summary>
public class CrashTests(AzuriteFixture azurite)
{
    private const string Notes = "---\ntitle: Night trains\ndate: 2026-02-03\nguests: [\"Ana Ruiz, who repairs signals\"]\ntopics: [Trains]\n---\nThey run again.\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_operation_leaves_the_same_site_once_the_handlers_ran_again(bool afterEffect)
    {
        var faults = new FaultPolicy();
        var expected = await RunAsync(new FaultPolicy(), null, afterEffect);
        var operations = 0;
        for (var at = 1; ; at++)
        {
            faults = new FaultPolicy();
            var state = await RunAsync(faults, at, afterEffect);
            Assert.True(expected == state, $"A fault at operation {at} left another state:\n{Difference(expected, state)}");
            if (faults.Handled < at) break;
            operations = at;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{operations} operations broken {(afterEffect ? "after" : "before")} their effect.");
        Assert.True(operations > 30, "The faults never reached the handlers.");
    }

    private async Task<string> RunAsync(FaultPolicy policy, int? failAt, bool afterEffect)
    {
        var world = await World.CreateAsync(azurite.NewAccount(), policy);
        await world.UploadAsync("rail/first.md", "First\nThe standfirst.\nThe text.\n");
        await world.UploadAsync("rail/night.md", Notes);
        policy.Reset();
        (policy.FailAt, policy.AfterEffect) = (failAt, afterEffect);
        await world.SettleAsync(crashes: true);
        policy.Stop();
        return await StateAsync(world);
    }

    private static async Task<string> StateAsync(World world)
    {
        var state = new StringBuilder();
        foreach (var container in new[] { Containers.Site, Containers.Records, Containers.Reports })
            foreach (var path in await world.PathsAsync(container))
                state.Append(container).Append('/').Append(path).Append(' ').AppendLine(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((await world.ReadAsync(path, container))!)))[..16]);
        await foreach (var row in world.Account.Table(Tables.Catalog).QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
        {
            state.Append(row.RowKey);
            foreach (var (name, value) in row.Where(p => p.Key is not ("odata.etag" or "Timestamp")).OrderBy(p => p.Key, StringComparer.Ordinal))
                state.Append(' ').Append(name).Append('=').Append(value is byte[] bytes ? Convert.ToHexString(SHA256.HashData(bytes))[..16] : value);
            state.AppendLine();
        }

        return state.ToString();
    }

    private static string Difference(string expected, string actual) =>
        string.Join('\n', expected.Split('\n').Except(actual.Split('\n')).Select(l => "- " + l).Concat(actual.Split('\n').Except(expected.Split('\n')).Select(l => "+ " + l)));
}
