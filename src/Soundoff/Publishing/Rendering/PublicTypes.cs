

namespace Soundoff.Publishing.Rendering;

/// <summary>Media types of what is rendered, feeds apart.</summary>
internal static class PublicTypes
{
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json";
    public const string Xml = "application/xml; charset=utf-8";
    public const string PlainText = "text/plain; charset=utf-8";
}
