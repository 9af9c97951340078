using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting.Bounces;

/// <summary>Knows the addresses and names that mail systems give themselves.</summary>
internal static class DaemonAddress
{
    private static readonly Phrases SureNames = new(
        "mailer daemon", "mailerdaemon", "mail delivery subsystem", "mail delivery system", "mail delivery service", "mail delivery", "mail daemon",
        "internet mail delivery", "delivery subsystem", "mail system",
        "postfix", "mail router", "mailserver", "mdaemon");

    private static readonly Phrases LikelyNames = new(
        "postmaster", "post master", "mail administrator", "system administrator", "systemadministrator", "administrateur systeme",
        "administrador del sistema", "administrador do sistema", "amministratore di sistema", "systeembeheerder",
        "systemansvarig", "системный администратор", "администратор", "システム管理者", "系统管理员", "系統管理員", "시스템 관리자", "microsoft outlook", "microsoft exchange",
        "lotus notes", "mail server", "email server", "system attendant", "mail gateway", "interscan", "mailmarshal", "mail security");

    /// <summary>Judges by the author's address and name, and by the raw field where it holds no address.</summary>
    public static DaemonSender Of(ReadMail mail)
    {
        var raw = mail.Header("From") ?? "";
        var box = MailAddress.TryParse(mail.Address, out var author) ? author.Mailbox : mail.Address ?? "";
        var folded = FoldedText.Of(box, 100).Trim().Replace(" ", "", StringComparison.Ordinal);
        if (folded.StartsWith("mailerdaemon", StringComparison.Ordinal) || folded.StartsWith("maildaemon", StringComparison.Ordinal)) return DaemonSender.Sure;
        if (folded.StartsWith("microsoftexchange329e71ec", StringComparison.Ordinal)
            || folded is "mdaemon" or "maildeliverysystem" or "maildeliverysubsystem") return DaemonSender.Sure;

        // A name proves nothing beside a person's address: anyone may call himself Mailer Daemon. Nothing depends on it but which second sign is asked for.
        var name = FoldedText.Of(mail.Name ?? (mail.Address is null ? raw : ""), 200);
        var role = folded.StartsWith("postmaster", StringComparison.Ordinal) || folded.StartsWith("bounce", StringComparison.Ordinal)
            || folded is "mailadmin" or "administrator" or "sysadmin" or "root" or "maildelivery" or "exchange" or "noreply" or "donotreply" or "mailnull" or "abuse";
        if (SureNames.Begin(name)) return role || mail.Address is null ? DaemonSender.Sure : DaemonSender.Likely;
        return role || LikelyNames.Begin(name) ? DaemonSender.Likely : DaemonSender.None;
    }
}
