using System.Buffers;
using System.Text;
using MimeKit;

namespace Soundoff.Mail.Reading;

/// <summary>Who wrote: an address that can be written to, and a name when the message gives one.</summary>
/// <param name="Address">Lower case, the domain in ASCII (RFC 5890); null when there is none.</param>
/// <param name="Name">Decoded and cleaned; null when it is missing, or only the address again.</param>
internal sealed record Author(string? Address, string? Name)
{
    private const int LongestAddress = 254;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \t<>,;\"");

    private static readonly HeaderId[] Fields = [HeaderId.From, HeaderId.ReplyTo, HeaderId.Sender];

    private static readonly ParserOptions Options = new() { MaxAddressGroupDepth = 2 };

    /// <summary>The first usable address of <c>From</c>, else of <c>Reply-To</c>, else of <c>Sender</c>; the name that stands by it, else one in <c>From</c>.</summary>
    public static Author Of(HeaderList headers, Repairs repairs)
    {
        string? lone = null;
        foreach (var id in Fields)
        {
            foreach (var header in headers)
            {
                if (header.Id != id) continue;
                foreach (var mailbox in Mailboxes(header, repairs))
                {
                    var name = PersonName.Clean(mailbox.Name, mailbox.Address);
                    if (id == HeaderId.From) lone ??= name;
                    if (Usable(mailbox.Address) is { } address) return new(address, name ?? lone);
                }
            }
        }

        if (headers[HeaderId.From] is not null) repairs.Add("The sender's address cannot be read; no answer can be sent.");
        else repairs.Add("The message names no sender; no answer can be sent.");
        return new(null, lone);
    }

    private static IEnumerable<(string? Name, string Address)> Mailboxes(Header header, Repairs repairs)
    {
        var decoded = HeaderText.Decode(header, repairs);
        var raw = header.RawValue.Length > MailLimits.FieldSigns ? header.RawValue[..MailLimits.FieldSigns] : header.RawValue;

        // Names in raw bytes of a charset that nobody named are decoded before the addresses are taken apart.
        var bytes = Ascii.IsValid(raw) ? raw : Encoding.UTF8.GetBytes(decoded);
        if (InternetAddressList.TryParse(Options, bytes, out var list))
        {
            foreach (var mailbox in list.Mailboxes.Take(20))
            {
                var name = mailbox.Name ?? "";
                if (name.Contains("=?", StringComparison.Ordinal)) name = EncodedWords.Decode(name, repairs);
                yield return (name, mailbox.Address);
            }
        }

        if (Salvaged(decoded) is { } found) yield return found;
    }

    // "Anna (at home) anna@example.org <anna@example.org", and what else no grammar knows.
    private static (string? Name, string Address)? Salvaged(string value)
    {
        var at = value.IndexOf('@');
        if (at <= 0) return null;
        var start = at;
        while (start > 0 && IsAddressSign(value[start - 1])) start--;
        var end = at + 1;
        while (end < value.Length && IsAddressSign(value[end])) end++;
        return (value[(value.AsSpan(0, start).LastIndexOfAny(',', ';', ':') + 1)..start], value[start..end].Trim('.'));
    }

    private static bool IsAddressSign(char sign) => char.IsLetterOrDigit(sign) || "!#$%&'*+-/=?^_`{|}~.".Contains(sign);

    private static string? Usable(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || address.Length > LongestAddress || address.AsSpan().ContainsAny(Forbidden)) return null;
        foreach (var sign in address)
            if (char.IsControl(sign) || Signs.IsUnwanted(sign) || sign == '\uFFFD') return null;
        var domain = address[(at + 1)..].Trim('.');
        if (!domain.Contains('.') || domain.Contains("..", StringComparison.Ordinal)) return null;
        try
        {
            if (!Ascii.IsValid(domain)) domain = MailboxAddress.IdnMapping.Encode(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }

        return $"{address[..at]}@{domain}".ToLowerInvariant();
    }
}
