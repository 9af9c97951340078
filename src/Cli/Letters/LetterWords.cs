using Soundoff.Mail.Letters;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Reviewing;
using Soundoff.Mail.Sorting;
using Soundoff.Texts;

namespace Soundoff.Cli.Letters;

/// <summary>What classes, states, rules and outcomes are called, and mean, on the command line.</summary>
internal static class LetterWords
{
    /// <summary>What <c>--class</c> takes.</summary>
    public static IReadOnlyList<string> Classes { get; } = [.. Enum.GetValues<MailClass>().Select(EnumName.Of)];

    /// <summary>What <c>--state</c> takes.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<LetterState>().Select(EnumName.Of)];

    public static string Of(AttachmentHandling handling) => handling switch
    {
        AttachmentHandling.Shown => "shown to the hosts",
        AttachmentHandling.Download => "a download for the hosts",
        AttachmentHandling.Withheld => "withheld",
        _ => "over the limits, left out",
    };

    /// <summary>What a rule of sorting means; empty for one that is no rule of the sorter.</summary>
    public static string Meaning(string rule) => SortingRules.All.FirstOrDefault(known => known.Name == rule)?.Meaning ?? "";

    /// <summary>What decided the episode.</summary>
    public static string EpisodeMeaning(string rule) => EpisodeRules.All.FirstOrDefault(known => known.Key == rule).Value ?? "A host moved it.";

    /// <summary>Why nothing was done, and what to do instead.</summary>
    public static string Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Gone => "It is gone: erased, withdrawn or expired.",
        ReviewOutcome.NeedsOverride => FormattableString.Invariant($"Its author asks not to be published. With a written consent, say so: --override \"where the consent is\", in at least {LetterDesk.ShortestOverride} characters."),
        ReviewOutcome.NeedsEpisode => "It is about the show at large. Give it an episode: --episode SLUG.",
        ReviewOutcome.UnknownEpisode => "The show has no such episode that is live.",
        ReviewOutcome.TextUnfit => FormattableString.Invariant($"It has no text, or more than {PublishedLetter.LongestText} characters."),
        ReviewOutcome.Withdrawn => "Its author took it back: it cannot be published any more.",
        _ => "It was not done.",
    };
}
