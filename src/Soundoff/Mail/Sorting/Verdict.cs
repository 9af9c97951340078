namespace Soundoff.Mail.Sorting;

/// <summary>What a message is, and what says so.</summary>
/// <param name="Class">What it is.</param>
/// <param name="Rule">The name of the rule that decided, one of <see cref="SortingRules.All"/>: <c>automatic.precedence</c>.</param>
public sealed record Verdict(MailClass Class, string Rule);
