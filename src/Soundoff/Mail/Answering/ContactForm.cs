using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Soundoff.Episodes;
using Soundoff.Mail.Letters;
using Soundoff.Mail.Receiving;
using Soundoff.Mail.Reviewing;
using Soundoff.Storage;

namespace Soundoff.Mail.Answering;

/// <summary>The way to write without mail: what is sent ends where mail ends. Nobody proves to own the address that is given, so nothing is sent to it of itself.</summary>
public sealed class ContactForm(MailTokens tokens, MailStore mails, Records records, ShowMail shows, ContactLimit limit, TimeProvider clock)
{
    private const int PerAddress = 5;
    // Several people may share one place on the network.
    private const int PerVisitor = 10;
    private const int LongestLine = 200;
    private const int LongestPlace = 40;
    private const int Nonce = 8;

    // People need some seconds to write a sentence.
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(1);

    /// <summary>Whom a form is for; null when there is no such show or it takes no letters, the show at large when the episode is not on air.</summary>
    public async Task<ContactAddressee?> FindAsync(string show, string? episode, CancellationToken cancellation)
    {
        if (!Slug.Is(show) || (await records.ShowAsync(show, cancellation))?.Show is not { Contact: not null } found) return null;
        if (episode is null || !Slug.Is(episode)) return new(found, null, null);
        var onAir = await shows.FindAsync(show, episode, cancellation);
        return new(found, onAir?.Slug, onAir?.Title);
    }

    /// <summary>A token that tells when the form was shown.</summary>
    public Task<string> BeginAsync(CancellationToken cancellation) => TokenAsync(clock.GetUtcNow(), cancellation);

    /// <summary>The token to show a form again with: who had it before need not wait again.</summary>
    public async Task<string> AgainAsync(string? form, CancellationToken cancellation)
    {
        if (await ShownAsync(form, cancellation) is not { } shown) return await BeginAsync(cancellation);
        return clock.GetUtcNow() - shown.Time > Latest ? await TokenAsync(clock.GetUtcNow() - Soonest, cancellation) : form!;
    }

    /// <summary>Takes what was written.</summary>
    /// <param name="to">Whom to, as <see cref="FindAsync"/> found it.</param>
    /// <param name="message">What was written.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ContactOutcome> SubmitAsync(ContactAddressee to, ContactMessage message, CancellationToken cancellation)
    {
        if (await ShownAsync(message.Form, cancellation) is not { } shown || clock.GetUtcNow() - shown.Time > Latest) return ContactOutcome.FormInvalid;
        if (!string.IsNullOrEmpty(message.Trap)) return ContactOutcome.Taken;
        if (string.IsNullOrWhiteSpace(message.Text) || message.Text.Length > PublishedLetter.LongestText) return ContactOutcome.TextUnfit;
        var address = string.IsNullOrWhiteSpace(message.Address) ? null : message.Address.Trim();
        if (address is not null && (address.Length > 254 || !MailboxAddress.TryParse(address, out var parsed) || parsed.Address != address || !address.Contains('@', StringComparison.Ordinal)))
            return ContactOutcome.AddressUnfit;
        if (clock.GetUtcNow() - shown.Time < Soonest) return ContactOutcome.TooSoon;
        if (!await limit.CountAsync(to.Show.Name, "visitor", message.Visitor, PerVisitor, cancellation)) return ContactOutcome.TooMany;
        if (address is not null && !await limit.CountAsync(to.Show.Name, "form", address, PerAddress, cancellation)) return ContactOutcome.TooMany;
        var contact = to.Show.Contact!;
        await KeepAsync(message, to.Show.Name, contact.WholeMailboxFor(to.Episode) + "@" + contact.Domain, address, shown.Bytes, cancellation);
        return ContactOutcome.Taken;
    }

    private async Task KeepAsync(ContactMessage message, string show, string recipient, string? address, byte[] shown, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        using var mail = new MimeMessage { Date = now, Subject = "", Body = new TextPart("plain") { Text = message.Text.ReplaceLineEndings("\n") } };
        var name = OneLine(message.Name, LongestLine);
        if (address is not null) mail.From.Add(new MailboxAddress(name, address));
        // The form and all that was written into it make the id: a form sent twice is one letter, and another letter written into it is another.
        var written = string.Join('\0', show, recipient, address, name, message.Place, message.Text);
        var id = SHA256.HashData([.. shown, .. Encoding.UTF8.GetBytes(written)]);
        mail.MessageId = $"form.{Convert.ToHexStringLower(id.AsSpan(0, 12))}@form.invalid";
        using var bytes = new MemoryStream();
        await mail.WriteToAsync(bytes, cancellation);
        bytes.Position = 0;
        var kept = new KeptMail
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd}-{Convert.ToHexStringLower(id.AsSpan(0, 16))}"),
            Form = MailForm.Rebuilt,
            Delivery = new() { Received = now, To = [recipient] },
            Size = bytes.Length,
            Show = show,
            Name = name,
            Place = OneLine(message.Place, LongestPlace),
        };
        await mails.KeepAsync(kept, bytes, cancellation);
    }

    private Task<string> TokenAsync(DateTimeOffset shown, CancellationToken cancellation)
    {
        var body = new byte[8 + Nonce];
        BinaryPrimitives.WriteInt64BigEndian(body, shown.UtcTicks);
        RandomNumberGenerator.Fill(body.AsSpan(8));
        return tokens.SignAsync("contact", body, cancellation);
    }

    private async Task<(DateTimeOffset Time, byte[] Bytes)?> ShownAsync(string? form, CancellationToken cancellation) =>
        await tokens.OpenAsync("contact", form, cancellation) is { Length: 8 + Nonce } body ? (new(BinaryPrimitives.ReadInt64BigEndian(body), TimeSpan.Zero), body) : null;

    private static string? OneLine(string? text, int longest)
    {
        var line = string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (line.Length > longest) line = line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)];
        return line.Length == 0 ? null : line;
    }
}
