namespace Soundoff.Mail.Sorting.Bounces;

/// <summary>What a bounce reports.</summary>
/// <param name="FailedAddress">Who was not reached, lower case; null when it does not say.</param>
/// <param name="Action">RFC 3464's action, lower case: <c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c>, <c>expanded</c>; null in prose.</param>
/// <param name="Status">RFC 3463's status: <c>5.1.1</c>; null when there is none.</param>
/// <param name="Messages">The messages of ours that it names as the one that came back, at most ten: none proves anything by itself.</param>
/// <param name="Permanent">Whether the address is not to be written to again: it failed for good. A delay or a full success is not.</param>
public sealed record Bounce(string? FailedAddress, string? Action, string? Status, IReadOnlyList<OurMessageId> Messages, bool Permanent);
