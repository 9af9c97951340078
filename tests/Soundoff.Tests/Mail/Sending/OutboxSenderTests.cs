using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Soundoff.Account;
using Soundoff.Mail.Sending;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Sending;

public class OutboxSenderTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Without_a_key_messages_are_written_into_the_outbox_in_the_order_of_time()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var sender = Assert.IsType<OutboxSender>(Sender(room));
        Assert.Equal(SendResult.Sent, await sender.SendAsync(SampleMail.Full, TestContext.Current.CancellationToken));
        room.Clock.Now += TimeSpan.FromHours(13);
        await sender.SendAsync(SampleMail.Plain, TestContext.Current.CancellationToken);

        var blobs = await OutboxAsync(room);
        Assert.StartsWith("2026-03-01/120000000-", blobs[0], StringComparison.Ordinal);
        Assert.StartsWith("2026-03-02/010000000-", blobs[1], StringComparison.Ordinal);
        var message = await ReadAsync(room, blobs[0]);
        Assert.Equal(SampleMail.Full.Text.Trim(), message.TextBody?.Trim());
        Assert.Equal(2, message.BodyParts.OfType<TextPart>().Count(p => !p.IsAttachment));
    }

    [Fact]
    public async Task With_a_key_they_are_sent()
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount(), null, ("Mail:SendGridKey", "SG.test"));
        Assert.IsType<SendGridSender>(Sender(room));
    }

    private static async Task<IReadOnlyList<string>> OutboxAsync(Mailroom room)
    {
        var names = new List<string>();
        await foreach (var blob in Outbox(room).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, TestContext.Current.CancellationToken)) names.Add(blob.Name);
        return names;
    }

    private static async Task<MimeMessage> ReadAsync(Mailroom room, string name)
    {
        var content = await Outbox(room).GetBlobClient(name).DownloadContentAsync(TestContext.Current.CancellationToken);
        return await MimeMessage.LoadAsync(content.Value.Content.ToStream(), TestContext.Current.CancellationToken);
    }

    private static BlobContainerClient Outbox(Mailroom room) => room.Services.GetRequiredService<StorageAccount>().Container(Containers.Outbox);

    private static IMailSender Sender(Mailroom room) => Assert.IsType<MeasuredSender>(room.Services.GetRequiredService<IMailSender>()).Inner;
}
