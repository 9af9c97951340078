using Azure.Storage.Blobs;
using Soundoff.Cli;
using Soundoff.Cli.Local;

namespace Soundoff.Tests.Cli;

public sealed class AzuriteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("soundoff-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_keeps_its_data_from_one_run_to_the_next_and_frees_its_ports_between()
    {
        var cancellation = TestContext.Current.CancellationToken;
        AzuritePorts ports;
        await using (var first = await Azurite.StartAsync(_folder, _ => { }, cancellation))
        {
            ports = first.Ports;
            Assert.True(first.IsOwn);
            await new BlobServiceClient(first.ConnectionString).CreateBlobContainerAsync("kept", cancellationToken: cancellation);
            var taken = await Assert.ThrowsAsync<CannotRunException>(() => Azurite.StartAsync(_folder, _ => { }, cancellation));
            Assert.Contains("Another soundoff uses the data", taken.Message, StringComparison.Ordinal);
        }

        await Eventually.BecomesTrueAsync("the ports are free again", () => ports.AreFree);
        await using var second = await Azurite.StartAsync(_folder, _ => { }, cancellation);
        Assert.True(await new BlobContainerClient(second.ConnectionString, "kept").ExistsAsync(cancellation));
    }

    [Fact]
    public void Free_ports_differ_from_each_other()
    {
        var ports = AzuritePorts.Free();
        Assert.Equal(3, new HashSet<int> { ports.Blob, ports.Queue, ports.Table }.Count);
        Assert.True(ports.AreFree);
    }
}
