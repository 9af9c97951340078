using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Soundoff.Account;
using Soundoff.Mail;
using Soundoff.Mail.Reviewing;
using Soundoff.Operations;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Operations;

public sealed class FormerVersionsTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_is_current_is_left_of_pages_and_letters()
    {
        StoredVersion[] current = [.. Containers.All.Select(name => new StoredVersion(name, "rail/night/index.html", "9", IsCurrent: true))];
        StoredVersion[] former =
        [
            .. from name in Containers.All from id in Enumerable.Range(1, 7) select new StoredVersion(name, "rail/night/index.html", id.ToString(CultureInfo.InvariantCulture)),
            // Of a blob that is gone, and one that a rule of the account deleted.
            new(Containers.Mail, "inbound/2026-03-01/a b.eml", "1"),
            new(Containers.Outbox, "old.eml", "1", IsDeleted: true),
        ];
        await using var server = await VersioningServer.StartAsync([.. current, .. former]);

        await ForgetAsync(server);

        var uploads = former.Where(v => v.Container is Containers.Episodes or Containers.Records or Containers.Reports);
        Assert.Equal(current.Concat(uploads).OrderBy(v => v.ToString(), StringComparer.Ordinal), server.Versions.OrderBy(v => v.ToString(), StringComparer.Ordinal));
        // Each is deleted, then deleted for good; what a rule deleted needs the second alone.
        Assert.Equal((2 * (7 * 3 + 1)) + 1, server.Requests.Count(request => request.StartsWith("DELETE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_nothing_may_be_deleted_for_good_all_are_deleted_once()
    {
        await using var server = await VersioningServer.StartAsync(new(Containers.Site, "index.html", "2", IsCurrent: true), new(Containers.Site, "index.html", "1"), new(Containers.Site, "gone.html", "1"));
        server.AllowsPermanentDelete = false;

        await ForgetAsync(server);
        await ForgetAsync(server);

        Assert.Equal(["gone.html", "index.html"], server.Versions.Where(v => v.IsDeleted).Select(v => v.Name).Order(StringComparer.Ordinal));
        Assert.Single(server.Versions, v => v.IsCurrent);
    }

    // Azurite keeps no versions, so whatever goes here was current.
    [Fact]
    public async Task The_night_removes_nothing_of_an_account_without_versions()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        await new Review(world, world.SentTo(LetterWorld.Ida)[0].Token).DoAsync(LetterActions.Publish);
        await world.SettleAsync();
        var before = await StoredAsync(world);

        await world.Get<MailExpiry>().RunAsync(Cancellation);

        Assert.Contains(before, blob => blob.StartsWith("$web/rail/night/index.html ", StringComparison.Ordinal));
        Assert.Contains(before, blob => blob.StartsWith("mail/inbound/", StringComparison.Ordinal));
        Assert.Equal(before, await StoredAsync(world));
    }

    private static Task ForgetAsync(VersioningServer server)
    {
        var account = new StorageAccount(Options.Create(new StorageOptions { ConnectionString = server.ConnectionString }));
        return new FormerVersions(account, NullLogger<FormerVersions>.Instance).ForgetAsync(Cancellation);
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(LetterWorld world)
    {
        var blobs = new List<string>();
        foreach (var name in Containers.All)
            await foreach (var blob in world.Account.Container(name).GetBlobsAsync(cancellationToken: Cancellation)) blobs.Add($"{name}/{blob.Name} {blob.Properties.ETag}");
        return blobs;
    }
}
