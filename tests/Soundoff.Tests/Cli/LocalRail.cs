using Azure.Storage.Blobs;
using Soundoff.Account;
using Soundoff.Cli.Local;

namespace Soundoff.Tests.Cli;

/// <summary>The show "rail" with the episode "night", published by a local run.</summary>
internal static class LocalRail
{
    /// <summary>Uploads both and waits until the episode's page is served.</summary>
    /// <param name="settings">Of the run.</param>
    /// <param name="night">The episode's notes.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task PublishAsync(StationSettings settings, string night, CancellationToken cancellation)
    {
        var uploads = new BlobContainerClient(settings.ConnectionString, Containers.Episodes);
        await uploads.GetBlobClient("rail/show.yaml").UploadAsync(BinaryData.FromString("title: Rail\nlanguage: en\ncontact: contact@radio.example\nmail: { hosts: [ida@hosts.example] }\n"), cancellation);
        await uploads.GetBlobClient("rail/night.md").UploadAsync(BinaryData.FromString(night), cancellation);
        using var http = new HttpClient();
        await Eventually.BecomesTrueAsync("the episode is live", async () =>
        {
            using var page = await http.GetAsync(new Uri(settings.Address, "rail/night/"), cancellation);
            return page.IsSuccessStatusCode;
        });
    }
}
