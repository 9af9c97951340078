namespace Soundoff.Pages;

/// <summary>Pictures of other sites: the page's policy, like browsers on a secure page, loads them by https alone.</summary>
internal static class SecurePicture
{
    /// <summary>The picture's address, by https.</summary>
    public static string Of(Uri image) => image.Scheme == "http" ? new UriBuilder(image) { Scheme = "https", Port = image.IsDefaultPort ? -1 : image.Port }.Uri.AbsoluteUri : image.AbsoluteUri;
}
