using System.Net;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using Soundoff.Account;
using Soundoff.Cli.Local.Smtp;
using Soundoff.Hosting;
using Soundoff.Mail.Sending;

namespace Soundoff.Tests.Mail.Sending;

public sealed class SmtpSenderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Not one of the names of this machine that mail goes to without TLS.
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");

    private readonly SwiftClock _clock = new(Now);
    private readonly SmtpServer _server = SmtpServer.Start();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_message_is_sent_whole_over_tls_by_whom_we_say_we_are()
    {
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Full));

        var taken = Assert.Single(_server.Taken);
        Assert.Equal((true, SmtpServer.User), (taken.IsEncrypted, taken.User));
        Assert.Equal(("contact@xn--nchte-gra.example", "ana@example.com"), (taken.From, taken.To));
        Assert.Equal("Your letter — thank you", taken.Message.Subject);
        Assert.Equal(Now, taken.Message.Date);
        Assert.Equal(("Nächte", "Ana Ruíz"), (taken.Message.From[0].Name, taken.Message.To[0].Name));
        Assert.Equal("reply+token@radio.example", ((MailboxAddress)taken.Message.ReplyTo[0]).Address);
        Assert.All(SampleMail.ExpectedHeaders.Where(header => header.Key is not ("X-Note" or "References")), header => Assert.Equal(header.Value, taken.Message.Headers[header.Key]));
        // Of the conversation MimeKit writes what are ids.
        Assert.Equal("<root@example.com>", taken.Message.Headers["References"]);
        Assert.Equal("café Bcc: x@evil.example", taken.Message.Headers["X-Note"]);
        Assert.Null(taken.Message.Headers["Bcc"]);
        Assert.Equal("Thank you.", taken.Message.TextBody!.Trim());
        Assert.Contains("cid:logo", taken.Message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("Grüße vom Bahnsteig.txt", ((MimePart)Assert.Single(taken.Message.Attachments)).FileName);
        Assert.Equal("QUIT", _server.Said[^1]);
    }

    [Fact]
    public async Task At_the_port_for_it_tls_begins_with_the_first_byte()
    {
        await using var server = SmtpServer.StartTls();
        // The port 465 is whose it is here: what it means is tried by a client that is told another one.
        using var client = new PortChanger(server.Port) { ServerCertificateValidationCallback = (_, certificate, _, _) => server.IsMine(certificate) };
        var sender = new SmtpSender(new() { Host = "localhost", Port = 465, User = SmtpServer.User, Password = SmtpServer.Password }, () => client, Patience, _clock, NullLogger<SmtpSender>.Instance);

        Assert.Equal(SendResult.Sent, await sender.SendAsync(SampleMail.Plain, TestContext.Current.CancellationToken));
        Assert.True(Assert.Single(server.Taken).IsEncrypted);
        Assert.DoesNotContain("STARTTLS", server.Said);
    }

    // Whoever sits between could take the offer out of the answer.
    [Fact]
    public async Task A_server_that_offers_no_tls_is_told_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux answers at 127.0.0.2 by itself.");
        await using var server = SmtpServer.StartWithoutTls(Elsewhere);

        var failed = await Assert.ThrowsAsync<MailNotSentException>(() => SendAsync(SampleMail.Plain, server, "127.0.0.2"));

        Assert.Contains("no TLS", failed.Message, StringComparison.Ordinal);
        Assert.Empty(_clock.Pauses);
        Assert.All(server.Said, verb => Assert.Contains(verb, (string[])["EHLO", "QUIT"]));
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_is_told_nothing()
    {
        var sender = new SmtpSender(Options(_server), () => new SmtpClient(), Patience, _clock, NullLogger<SmtpSender>.Instance);

        await Assert.ThrowsAsync<MailNotSentException>(() => sender.SendAsync(SampleMail.Plain with { AtMostOnce = true }, TestContext.Current.CancellationToken));

        Assert.DoesNotContain("AUTH", _server.Said);
        Assert.DoesNotContain("MAIL", _server.Said);
    }

    [Fact]
    public async Task A_login_that_is_not_accepted_does_not_give_the_message_up()
    {
        var failed = await Assert.ThrowsAsync<MailNotSentException>(() => SendAsync(SampleMail.Plain, password: "wrong horse"));

        Assert.Contains("Smtp:Password", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong horse", failed.ToString(), StringComparison.Ordinal);
        Assert.Empty(_clock.Pauses);
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 contact@radio.example is not yours")]
    [InlineData("MAIL", "530 5.7.0 Authentication required")]
    [InlineData("RCPT", "530 5.7.0 Authentication required")]
    public async Task A_sender_that_is_not_accepted_does_not_give_the_message_up(string verb, string reply)
    {
        _server.Answer(verb, reply);
        var failed = await Assert.ThrowsAsync<MailNotSentException>(() => SendAsync(SampleMail.Plain));
        Assert.Contains("Smtp:User", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("@", failed.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Taken);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <ana@example.com>: nobody here", "550: 5.1.1 <(an address)>: nobody here")]
    [InlineData("RCPT", "553 5.1.3 That is no address", "553: 5.1.3 That is no address")]
    [InlineData("TEXT", "552 5.3.4 Too large", "552: 5.3.4 Too large")]
    [InlineData("TEXT", "554 5.7.1 We think that ana@example.com sends spam", "554: 5.7.1 We think that (an address) sends spam")]
    public async Task A_refusal_is_final_and_its_reason_names_no_address(string verb, string reply, string reason)
    {
        _server.Answer(verb, reply);
        Assert.Equal(new(SendOutcome.Refused, reason), await SendAsync(SampleMail.Plain));
        Assert.Empty(_clock.Pauses);
        Assert.Empty(_server.Taken);
    }

    // An answer of 4xx says that nothing was taken: another try cannot make it two.
    [Theory]
    [InlineData("MAIL", "451 4.3.0 Later")]
    [InlineData("RCPT", "450 4.2.0 Greylisted")]
    [InlineData("DATA", "421 4.3.2 Shutting down")]
    [InlineData("TEXT", "452 4.3.1 The disk is full")]
    public async Task What_may_pass_is_tried_again_with_growing_pauses(string verb, string reply)
    {
        _server.Answer(verb, reply).Answer(verb, reply);
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Plain with { AtMostOnce = true }));
        Assert.Single(_server.Taken);
        Assert.Collection(_clock.Pauses, first => Assert.InRange(first.TotalSeconds, 0.5, 1), second => Assert.InRange(second.TotalSeconds, 1, 2));
    }

    [Fact]
    public async Task What_does_not_pass_is_thrown_after_five_tries()
    {
        for (var i = 0; i < 9; i++) _server.Answer("RCPT", "450 4.2.0 Greylisted: ana@example.com");
        var failed = await Assert.ThrowsAsync<MailNotSentException>(() => SendAsync(SampleMail.Plain));
        Assert.Equal((5, 4), (_server.Said.Count(verb => verb == "RCPT"), _clock.Pauses.Count));
        Assert.DoesNotContain("@", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mail_that_must_arrive_is_sent_again_when_the_connection_was_lost(bool taken)
    {
        _server.Close("TEXT", taken);
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Plain));
        Assert.Equal(taken ? 2 : 1, _server.Taken.Count);
        // The same id: whoever reads it twice can tell.
        Assert.Single(_server.Taken.Select(mail => mail.Message.MessageId).Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mail_that_must_not_arrive_twice_is_not(bool taken)
    {
        _server.Close("TEXT", taken);
        Assert.Equal(new(SendOutcome.Unknown), await SendAsync(SampleMail.Plain with { AtMostOnce = true }));
        Assert.Single(_server.Said, "DATA");
    }

    // Before its text there is nothing that could have been taken.
    [Theory]
    [InlineData("EHLO")]
    [InlineData("STARTTLS")]
    [InlineData("AUTH")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_connection_that_is_lost_before_the_text_is_tried_again(string verb)
    {
        _server.Close(verb);
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Plain with { AtMostOnce = true }));
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task A_connection_that_is_lost_after_the_message_was_taken_changes_nothing()
    {
        _server.Close("QUIT");
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Plain));
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_as_a_lost_connection()
    {
        _server.Hang("TEXT");
        Assert.Equal(new(SendOutcome.Unknown), await SendAsync(SampleMail.Plain with { AtMostOnce = true }, patience: TimeSpan.FromSeconds(2)));
        Assert.Single(_server.Taken);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_has_taken_nothing()
    {
        var options = Options(_server);
        await _server.DisposeAsync();
        var sender = new SmtpSender(options, () => new SmtpClient(), Patience, _clock, NullLogger<SmtpSender>.Instance);
        await Assert.ThrowsAsync<MailNotSentException>(() => sender.SendAsync(SampleMail.Plain with { AtMostOnce = true }, TestContext.Current.CancellationToken));
        Assert.Equal(4, _clock.Pauses.Count);
    }

    [Fact]
    public async Task An_address_that_the_server_cannot_take_is_refused()
    {
        var result = await SendAsync(SampleMail.Plain with { To = new("añá@example.com") });
        Assert.Equal(new(SendOutcome.Refused, "550: The mail server takes no addresses in other scripts."), result);
        Assert.DoesNotContain("MAIL", _server.Said);
    }

    [Fact]
    public async Task Where_the_server_can_an_address_is_written_as_it_is()
    {
        await using var server = SmtpServer.StartForAllScripts();
        Assert.Equal(SendResult.Sent, await SendAsync(SampleMail.Plain with { To = new("añá@example.com") }, server));
        Assert.Contains(server.Lines, line => line.StartsWith("MAIL FROM:<contact@radio.example>", StringComparison.Ordinal) && line.Contains(" SMTPUTF8", StringComparison.Ordinal));
        Assert.Equal("añá@example.com", Assert.Single(server.Taken).To);
    }

    // The listener of "soundoff serve" is a mail server as well, and one that this class knows nothing of.
    [Fact]
    public async Task By_its_settings_the_engine_sends_through_a_server_on_this_machine_without_tls_or_login()
    {
        var taken = new TaskCompletionSource<(string, MimeMessage)>();
        await using var listener = SmtpListener.Start(0, async (message, cancellation) => taken.SetResult((Assert.Single(message.To), await MimeMessage.LoadAsync(message.Content, cancellation))));
        await using var services = Services(("Smtp:Host", "localhost"), ("Smtp:Port", $"{listener.Port}"));

        Assert.Equal(SendResult.Sent, await services.GetRequiredService<IMailSender>().SendAsync(SampleMail.Plain, TestContext.Current.CancellationToken));

        var (to, message) = await taken.Task;
        Assert.Equal(("ana@example.com", SampleMail.Plain.MessageId), (to, message.MessageId));
    }

    [Theory]
    [InlineData("Mail:SendGridKey", "SG.test", "both set")]
    [InlineData("Smtp:Host", "https://smtp.example.org/", "Smtp:Host is no host name")]
    [InlineData("Smtp:Port", "0", "Smtp:Port must be between")]
    [InlineData("Smtp:Password", "only this", "go together")]
    [InlineData("Smtp:User", "only this", "go together")]
    public void Settings_that_cannot_be_right_are_refused_at_start(string name, string value, string said)
    {
        using var services = Services(("Smtp:Host", "smtp.example.org"), (name, value));
        Assert.Contains(said, Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<SmtpOptions>>().Value).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Storage:ConnectionString"] = "UseDevelopmentStorage=true", ["Site:BaseUrl"] = "https://www.radio.example/" };
        foreach (var (name, value) in settings) all[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return new ServiceCollection().AddSoundoff(configuration).BuildServiceProvider();
    }

    private Task<SendResult> SendAsync(OutgoingMail mail, SmtpServer? server = null, string host = "localhost", string password = SmtpServer.Password, TimeSpan? patience = null)
    {
        var to = server ?? _server;
        var options = Options(to, host, password);
        return new SmtpSender(options, () => new SmtpClient { ServerCertificateValidationCallback = (_, certificate, _, _) => to.IsMine(certificate) }, patience ?? Patience, _clock, NullLogger<SmtpSender>.Instance)
            .SendAsync(mail, TestContext.Current.CancellationToken);
    }

    private static SmtpOptions Options(SmtpServer server, string host = "localhost", string password = SmtpServer.Password) => new() { Host = host, Port = server.Port, User = SmtpServer.User, Password = password };

    private sealed class PortChanger(int port) : SmtpClient
    {
        public override Task ConnectAsync(string host, int asked, MailKit.Security.SecureSocketOptions options = MailKit.Security.SecureSocketOptions.Auto, CancellationToken cancellationToken = default) =>
            base.ConnectAsync(host, port, options, cancellationToken);
    }
}
