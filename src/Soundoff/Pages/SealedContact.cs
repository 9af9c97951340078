using System.Text;
using Soundoff.Pages.Views;
using Soundoff.Site;

namespace Soundoff.Pages;

/// <summary>Keeps the contact address out of the HTML: people read it in words, the script restores the link, harvesters find nothing.</summary>
internal static class SealedContact
{
    /// <summary>The address of a show, or of one of its episodes.</summary>
    /// <param name="contact">The show's.</param>
    /// <param name="slug">The episode's slug; null for the show at large.</param>
    /// <param name="subject">The letter's subject.</param>
    /// <param name="form">The contact form's address.</param>
    public static ContactView Of(ContactAddress contact, string? slug, string subject, string form)
    {
        var address = contact with { Mailbox = contact.MailboxFor(slug) };
        // RFC 6068: everything but the at sign is percent-encoded, so the link is ASCII whatever the slug.
        var link = $"mailto:{Uri.EscapeDataString(address.Mailbox)}@{Uri.EscapeDataString(address.Domain)}?subject={Uri.EscapeDataString(Whole(subject))}";
        return new(address.Readable, Convert.ToBase64String(Encoding.ASCII.GetBytes([.. link.Reverse()])), form);
    }

    /// <summary>A publisher's text with the address, where it stands in it, in its readable form.</summary>
    public static string Hide(string text, ContactAddress? contact) =>
        contact?.Hide(text) ?? text;

    // A lone surrogate cannot be percent-encoded.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
