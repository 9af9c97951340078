namespace Soundoff.Notes;

/// <summary>
/// The two places of a body that only the show can fill. Readers leave them in the HTML exactly as here; pages and feeds put
/// in what the show has, so that a record does not depend on the show's settings.
/// </summary>
public static class BodyMarkers
{
    /// <summary>Stands where a hidden address stood (<c>[email protected]</c>): becomes the protected contact link.</summary>
    public const string Contact = """<a class="contact" href="#contact">our e-mail address</a>""";

    /// <summary>Opens around the words that name a network ("find us on <c>Facebook</c>"): a link where the show has that page, plain words where not.</summary>
    public static string NetworkOpen(string network) => $"""<a class="network" href="#{network}">""";

    /// <summary>Closes it.</summary>
    public const string NetworkClose = "</a>";
}
