using System.Globalization;
using System.Text;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Reviewing;
using Soundoff.Tests.Mail.Letters;

namespace Soundoff.Tests.Mail.Attacks;

/// <summary>Links as they were made before they had an end: they stand in mailboxes and in logs.</summary>
internal sealed class OldLinks(LetterWorld world)
{
    private const int WithdrawAndErase = 192;

    /// <summary>The token of a listener's link.</summary>
    public Task<string> ListenerAsync(Letter letter) => world.Get<MailTokens>().SignAsync(
        "review", Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{letter.Show}\n{letter.Id}\n{WithdrawAndErase}\n{DateTimeOffset.MaxValue.UtcTicks}")), TestContext.Current.CancellationToken);
}
