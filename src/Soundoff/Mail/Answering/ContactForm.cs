using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Soundoff.Catalog;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Reviewing;
using Soundoff.Publishing;

namespace Soundoff.Mail.Answering;

/// <summary>What became of a message written into the contact form.</summary>
public enum ContactOutcome
{
    /// <summary>Kept, or thrown away as a robot's: the page says the same.</summary>
    Taken,

    /// <summary>The form is older than a day, or was made by somebody else: show it again with what was written.</summary>
    FormInvalid,

    /// <summary>There is no text, or it is longer than 20,000 characters.</summary>
    TextUnfit,

    /// <summary>The address is none that could be written to.</summary>
    AddressUnfit,

    /// <summary>There is no such show, or it takes no letters.</summary>
    UnknownShow,

    /// <summary>The same address has written enough for this hour.</summary>
    TooMany,
}

/// <summary>What the contact form sends.</summary>
public sealed record ContactMessage
{
    public required string Show { get; init; }

    /// <summary>The episode's slug; null for the show at large.</summary>
    public string? Episode { get; init; }

    /// <summary>The token of <see cref="ContactForm.BeginAsync"/>.</summary>
    public required string Form { get; init; }

    public string? Name { get; init; }

    /// <summary>Where the author can be answered; null for none.</summary>
    public string? Address { get; init; }

    public required string Text { get; init; }

    /// <summary>A field that people do not see: whoever fills it is a robot.</summary>
    public string? Trap { get; init; }
}

/// <summary>The way to write without mail: what is sent ends where mail ends. Nobody proves to own the address that is given, so nothing is sent to it of itself.</summary>
public sealed class ContactForm(MailTokens tokens, MailStore mails, Records records, SenderBook senders, LetterTable table, MailSecret secret, TimeProvider clock)
{
    private const int PerHour = 5;
    private const int LongestLine = 200;

    // People need some seconds to write a sentence.
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(1);

    /// <summary>A token that tells when the form was shown.</summary>
    public Task<string> BeginAsync(CancellationToken cancellation)
    {
        var body = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(body, clock.GetUtcNow().UtcTicks);
        return tokens.SignAsync("contact", body, cancellation);
    }

    /// <summary>Takes what was written.</summary>
    public async Task<ContactOutcome> SubmitAsync(ContactMessage message, CancellationToken cancellation)
    {
        if (await tokens.OpenAsync("contact", message.Form, cancellation) is not { Length: 8 } body) return ContactOutcome.FormInvalid;
        var age = clock.GetUtcNow() - new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(body), TimeSpan.Zero);
        if (age > Latest) return ContactOutcome.FormInvalid;
        if (!string.IsNullOrEmpty(message.Trap) || age < Soonest) return ContactOutcome.Taken;
        if (string.IsNullOrWhiteSpace(message.Text) || message.Text.Length > PublishedLetter.LongestText) return ContactOutcome.TextUnfit;
        if ((await records.ShowAsync(message.Show, cancellation))?.Show is not { Contact: { } contact } show) return ContactOutcome.UnknownShow;
        var address = string.IsNullOrWhiteSpace(message.Address) ? null : message.Address.Trim();
        if (address is not null && (address.Length > 254 || !MailboxAddress.TryParse(address, out var parsed) || parsed.Address != address || !address.Contains('@', StringComparison.Ordinal)))
            return ContactOutcome.AddressUnfit;
        if (address is not null && !await CountAsync(show.Name, address, cancellation)) return ContactOutcome.TooMany;
        await KeepAsync(message, contact.MailboxFor(message.Episode) + "@" + contact.Domain, address, cancellation);
        return ContactOutcome.Taken;
    }

    private async Task<bool> CountAsync(string show, string address, CancellationToken cancellation)
    {
        var hash = await secret.HashAsync("form:" + address, cancellation);
        while (true)
        {
            var row = await senders.FindAsync(show, hash, cancellation);
            if (row.InHourBefore(clock.GetUtcNow()) >= PerHour) return false;
            try
            {
                await table.SubmitAsync([row.Counted(clock.GetUtcNow(), PerHour).Action(show)], cancellation);
                return true;
            }
            catch (ConflictException)
            {
                // Another of the same address at the same moment: count again.
            }
        }
    }

    private async Task KeepAsync(ContactMessage message, string recipient, string? address, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        using var mail = new MimeMessage { Date = now, Subject = "", Body = new TextPart("plain") { Text = message.Text.ReplaceLineEndings("\n") } };
        if (address is not null) mail.From.Add(new MailboxAddress(OneLine(message.Name), address));
        else if (OneLine(message.Name) is { Length: > 0 } name) mail.Headers.Replace(HeaderId.From, Encoding.UTF8, $"\"{name.Replace("\"", "", StringComparison.Ordinal)}\" <>");
        var token = SHA256.HashData(Encoding.UTF8.GetBytes(message.Form));
        // The form's token makes the id: a form sent twice is one letter.
        mail.MessageId = $"form.{Convert.ToHexStringLower(token.AsSpan(0, 12))}@form.invalid";
        using var bytes = new MemoryStream();
        await mail.WriteToAsync(bytes, cancellation);
        bytes.Position = 0;
        var id = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd}-{Convert.ToHexStringLower(SHA256.HashData([.. token, .. Encoding.UTF8.GetBytes(recipient)]).AsSpan(0, 16))}");
        await mails.KeepAsync(new() { Id = id, Form = MailForm.Rebuilt, Delivery = new() { Received = now, To = [recipient] }, Size = bytes.Length }, bytes, cancellation);
    }

    private static string OneLine(string? text)
    {
        var line = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length > LongestLine ? line[..LongestLine] : line;
    }
}
