namespace Soundoff.Feeds;

/// <summary>The GUID of an episode that was not published elsewhere before.</summary>
public static class EpisodeGuid
{
    /// <summary>The GUID for the slug an episode is first published under.</summary>
    /// <param name="podcastGuid">The show's GUID; an imported one that is no UUID serves as well.</param>
    /// <param name="slug">The episode's part of its addresses.</param>
    public static string For(string podcastGuid, string slug) =>
        Uuid5.Of(Guid.TryParse(podcastGuid, out var space) ? space : Uuid5.Of(Guid.Empty, podcastGuid), slug).ToString();
}
