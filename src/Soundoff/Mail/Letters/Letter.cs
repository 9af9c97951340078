using System.Text.Json.Serialization;
using Azure;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Sorting.Proof;

namespace Soundoff.Mail.Letters;

/// <summary>A message as it is kept: what it says, what was decided about it and by which rule. Holds personal data.</summary>
public sealed record Letter
{
    /// <summary>The id of the kept message: <c>{yyyy-MM-dd}-{32 hex digits}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The show; <c>-</c> when nothing names one.</summary>
    public required string Show { get; init; }

    public required DateTimeOffset Received { get; init; }

    public required MailClass Class { get; init; }

    /// <summary>The name of the rule that decided the class.</summary>
    public required string Rule { get; init; }

    /// <summary>The episode's slug; null for the show at large.</summary>
    public string? Episode { get; init; }

    /// <summary>What decided the episode: the name of a rule of matching, or <c>host</c> when a host moved it.</summary>
    public required string EpisodeRule { get; init; }

    /// <summary>The first words of the text, on one line, at most 160 characters: what lists show.</summary>
    public required string Excerpt { get; init; }

    public LetterState State { get; init; }

    /// <summary>The author asks not to be published: a host must override that in writing.</summary>
    public bool ForbidsPublication { get; init; }

    /// <summary>The author asks to be published without a name.</summary>
    public bool ForbidsName { get; init; }

    /// <summary>Keyed hash of the author's address; null when there is none.</summary>
    public string? Sender { get; init; }

    /// <summary>Keyed hash of the address that a bounce reports as failed.</summary>
    public string? About { get; init; }

    /// <summary>The show whose message to that address is the one that came back; null when the bounce names none of ours, as whoever forges one cannot.</summary>
    public string? FailedShow { get; init; }

    /// <summary>Whether it goes to the hosts in a bundle with others, and is not acknowledged: the show has had its fill for the hour.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether an acknowledgement was about to be sent; it is never sent again.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>Hashes of the hosts it was forwarded to.</summary>
    public IReadOnlyList<string> Forwarded { get; init; } = [];

    /// <summary>What it says. Null in lists.</summary>
    public LetterContent? Content { get; init; }

    /// <summary>The row's version.</summary>
    [JsonIgnore]
    public ETag ETag { get; init; }

    /// <summary>Whether its page shows it.</summary>
    public bool IsPublic => State is LetterState.Published or LetterState.PublishedNameless;
}

/// <summary>What a letter says and whence it came: everything that lists do not need.</summary>
public sealed record LetterContent
{
    /// <summary>The author's name as the message gives it.</summary>
    public string? Name { get; init; }

    /// <summary>The author's address, lower case.</summary>
    public string? Address { get; init; }

    /// <summary>As <see cref="ReadMail.NamesSeveralAuthors"/>.</summary>
    public bool NamesSeveralAuthors { get; init; }

    /// <summary>The envelope's sender; empty for the null sender, null when unknown.</summary>
    public string? Envelope { get; init; }

    /// <summary>Where the author says to be from.</summary>
    public string? Place { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>What the author wrote, trimmed; as a host has edited it.</summary>
    public string Text { get; init; } = "";

    /// <summary>The whole text, untrimmed.</summary>
    public string WholeText { get; init; } = "";

    /// <summary>How many lines of it are not in the text as it was read: quoted mail and signatures, blank lines not counted.</summary>
    public int TrimmedLines { get; init; }

    /// <summary>Whether it asks for no automatic answer, as mail systems of companies do for all that is sent through them.</summary>
    public bool WantsNoAnswer { get; init; }

    /// <summary>The message id, without angle brackets.</summary>
    public string? MessageId { get; init; }

    /// <summary>Ids of the messages it answers, the nearest first.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    public double? SpamScore { get; init; }
    public bool? Spf { get; init; }
    public IReadOnlyDictionary<string, bool> Dkim { get; init; } = new Dictionary<string, bool>();

    /// <summary>Whether SPF or DKIM vouches for the author's address. Else it may be anybody's.</summary>
    [JsonIgnore]
    public bool IsProved => !NamesSeveralAuthors && SenderProof.Vouches(Address, Envelope, Spf, Dkim);

    /// <summary>Whether what is sent to the envelope's sender reaches who is proved to have written: then it may open what the author may do.</summary>
    [JsonIgnore]
    public bool IsAnsweredToAuthor => IsProved && string.Equals(Address, Envelope, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>What the reader had to repair or leave out.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>Why a host published it although its author asked not to be; null when that did not happen.</summary>
    public string? Override { get; init; }

    /// <summary>What the recipient's address named although there is no such episode.</summary>
    public string? UnknownEpisode { get; init; }
}
