namespace Soundoff.Episodes.Podcasting;

/// <summary>Another feed, or an item of it (<c>podcast:remoteItem</c>).</summary>
/// <param name="FeedGuid">The other feed's <c>podcast:guid</c>.</param>
/// <param name="FeedUrl">Its address, for those who cannot look up the GUID.</param>
/// <param name="ItemGuid">The GUID of an item of it; null for the whole feed.</param>
/// <param name="Medium">What it holds, where that is not a podcast.</param>
/// <param name="Title">What is shown before it is looked up.</param>
public sealed record RemoteItem(string FeedGuid, Uri? FeedUrl = null, string? ItemGuid = null, string? Medium = null, string? Title = null);
