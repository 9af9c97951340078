namespace Soundoff.Shows;

/// <summary>The address listeners write to. An episode's own is plus-addressed, so that an answer finds its episode.</summary>
/// <param name="Mailbox">Before the at sign: <c>contact</c>.</param>
/// <param name="Domain">After it.</param>
public sealed record ContactAddress(string Mailbox, string Domain)
{
    /// <summary>The mailbox for one episode: <c>contact+hanoi</c>.</summary>
    public string MailboxFor(string? slug) => slug is null ? Mailbox : $"{Mailbox}+{slug}";

    /// <summary>What a reader without JavaScript sees: no address that a harvester would find.</summary>
    public string Readable => $"{Mailbox} at {Domain}";
}
