using System.Text;
using Soundoff.Episodes;
using Soundoff.Intake;
using Soundoff.Mail.Keeping;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Receiving;
using Soundoff.Problems;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;
using Soundoff.Uploads;

namespace Soundoff.Tests.Limits;

/// <summary>What becomes of an episode and of a letter whose reading does not end in time.</summary>
public sealed class ReadingTimeTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_episode_that_takes_too_long_is_a_problem_of_the_file_that_was_read_last()
    {
        var file = Path.Combine(Path.GetTempPath(), $"soundoff-{Guid.NewGuid():N}.md");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("**Bread** for [three](https://example.org) passengers.\n\n", 100_000)), Cancellation);
        try
        {
            var uploads = new FolderUploads(new Dictionary<string, string> { ["rail/night.md"] = file });
            var night = new EpisodeId("rail", "night");
            var files = await uploads.ListAsync(night, Cancellation);
            var reading = await new EpisodeReader(uploads) { Longest = TimeSpan.FromMilliseconds(1) }.ReadAsync(night, files, Cancellation);
            var problem = Assert.Single(reading.Problems);
            Assert.False(reading.CanPublish);
            Assert.Equal(Severity.Error, problem.Severity);
            // On a busy machine the time was up before the file was opened: then the episode is named.
            Assert.Contains(problem.File, new[] { "night.md", "night" });
            Assert.Contains("far longer", problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_not_told_that_it_took_too_long()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        var night = new EpisodeId("rail", "night");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new EpisodeReader(new FolderUploads(new Dictionary<string, string>())).ReadAsync(night, [], given.Token));
    }

    [Fact]
    public async Task A_letter_that_takes_too_long_is_a_letter_with_the_message_attached()
    {
        await using var world = await (await LetterWorld.CreateAsync(azurite.NewAccount())).WithRailAsync();
        await world.DeliverAsync(SampleLetter.Ana());
        var letter = await world.OnlyLetterAsync();
        var mails = world.Get<MailStore>();
        var whole = (await LetterReading.OpenAsync(mails, letter.Id, Cancellation))!.Value;
        Assert.Empty(whole.Opened.Mail.Attachments);

        var (opened, raw) = (await LetterReading.OpenAsync(mails, letter.Id, Cancellation, TimeSpan.Zero))!.Value;
        var attached = Assert.Single(opened.Mail.Attachments);
        Assert.Equal(("message.eml", "message/rfc822", (long)raw.Length, AttachmentHandling.Download), (attached.Name, attached.Type, attached.Size, attached.Handling));
        using var bytes = new MemoryStream();
        await using (var stream = opened.OpenAttachment(0)) await stream.CopyToAsync(bytes, Cancellation);
        Assert.Equal(raw, bytes.ToArray());
        Assert.StartsWith(opened.Mail.Text[..20], Encoding.Latin1.GetString(raw).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("The message could not be taken apart. Its beginning is shown as it came.", opened.Mail.Repairs);
    }
}
