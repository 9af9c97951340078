namespace Soundoff.Mail.Matching;

/// <summary>Which show and episode a letter is about.</summary>
/// <param name="Show">The show; null when no recipient and no sign names one.</param>
/// <param name="Slug">The episode; null for the show at large.</param>
/// <param name="Rule">What decided: one of <see cref="EpisodeRules"/>.</param>
/// <param name="UnknownSlug">What the recipient's address named although there is no such episode; null when it named none or a known one.</param>
public sealed record EpisodeMatch(string? Show, string? Slug, string Rule, string? UnknownSlug = null);
