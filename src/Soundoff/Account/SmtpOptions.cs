namespace Soundoff.Account;

/// <summary>A server that takes mail by SMTP, in place of SendGrid: any provider's, Azure Communication Services', a station's own. Bounces come to the address that a mail is from, and are read there.</summary>
public sealed class SmtpOptions
{
    /// <summary>The server's name, for example <c>smtp.azurecomm.net</c>. Null: mail goes another way.</summary>
    public string? Host { get; set; }

    /// <summary>The server's port. 465 speaks TLS from the first byte; all others must begin it with STARTTLS before anything is said, unless the server is this machine.</summary>
    public int Port { get; set; } = 587;

    /// <summary>The user name; null where the server asks for none.</summary>
    public string? User { get; set; }

    /// <summary>The user's password. It is sent over TLS, or to this machine, and never else.</summary>
    public string? Password { get; set; }
}
