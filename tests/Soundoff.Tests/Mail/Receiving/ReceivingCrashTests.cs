using Soundoff.Mail.Receiving;
using Soundoff.Tests.Publishing;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Receiving;

/// <summary>Every storage operation of a post fails once, before and after its effect: the caller is never told 200, and trying again keeps one message.</summary>
public class ReceivingCrashTests(AzuriteFixture azurite)
{
    private static readonly byte[] Message = "From: ana@example.com\r\nSubject: Hello\r\n\r\nGood evening.\r\n"u8.ToArray();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_post_that_failed_and_came_again_is_one_message(bool afterEffect, bool raw)
    {
        var broken = 0;
        for (var at = 1; ; at++)
        {
            var faults = new FaultPolicy();
            var room = await Mailroom.CreateAsync(azurite.NewAccount(), faults);
            faults.Reset();
            (faults.FailAt, faults.AfterEffect) = (at, afterEffect);
            var post = (raw ? InboundPost.Raw(Message) : InboundPost.Default(Message)).Sign(room.Key, room.Clock.Now);
            var isTaken = await IsTakenAsync(room, post);
            faults.Stop();
            if (isTaken)
            {
                Assert.Equal(faults.Count, at - 1);
                break;
            }

            // The provider's second try may be the same call to the byte, or signed anew.
            broken = at;
            var again = await room.PostAsync(post);
            if (again == 403) Assert.Single(await room.BlobsAsync("proofs/"));
            else Assert.Equal(200, again);
            var (mail, _) = await room.OnlyAsync();
            Assert.Equal(raw ? MailForm.Raw : MailForm.Rebuilt, mail.Form);
        }

        Assert.True(broken >= (afterEffect ? 3 : 5), "The faults never reached the receiving.");
    }

    private static async Task<bool> IsTakenAsync(Mailroom room, InboundPost post)
    {
        try
        {
            Assert.Equal(200, await room.PostAsync(post));
            return true;
        }
        catch (CrashException)
        {
            return false;
        }
    }
}
