namespace Soundoff.Telemetry;

/// <summary>The names of what is traced, in the order of the journeys.</summary>
public static class Spans
{
    /// <summary>Whoever watches a container in Event Grid's place posts an event.</summary>
    public const string PostEvent = "post event";

    /// <summary>The reading half of a publish, from an event to the wake-up of the rendering half.</summary>
    public const string ReceiveEvent = "receive event";

    /// <summary>An episode's files are read.</summary>
    public const string ReadUploads = "read uploads";

    /// <summary>Media are put where the public can fetch them.</summary>
    public const string PublishMedia = "publish media";

    /// <summary>Catalog rows and work are committed.</summary>
    public const string Commit = "commit";

    /// <summary>The rendering half: what is listed for a show.</summary>
    public const string Render = "render";

    /// <summary>One target of a rendering.</summary>
    public const string RenderTarget = "render target";

    /// <summary>The webhook takes a message.</summary>
    public const string ReceiveMail = "receive mail";

    /// <summary>A kept message becomes a letter.</summary>
    public const string ReceiveLetter = "receive letter";

    /// <summary>A message is read, told what it is and given to its episode.</summary>
    public const string UnderstandLetter = "understand letter";

    /// <summary>A letter is stored.</summary>
    public const string StoreLetter = "store letter";

    /// <summary>A letter is passed to the hosts.</summary>
    public const string ForwardLetter = "forward letter";

    /// <summary>A letter is acknowledged, if that is due.</summary>
    public const string AcknowledgeLetter = "acknowledge letter";

    /// <summary>A host's answer is passed to a letter's author.</summary>
    public const string RelayAnswer = "relay answer";

    /// <summary>Somebody decides about a letter.</summary>
    public const string ReviewLetter = "review letter";

    /// <summary>A message is handed to the provider, or written into the outbox.</summary>
    public const string SendMail = "send mail";

    /// <summary>A new process does ahead what its first message would wait for.</summary>
    public const string WarmUp = "warm up";

    /// <summary>What waits is counted.</summary>
    public const string Measure = "measure";
}

/// <summary>The names of what spans and measurements carry. None ever holds an address, a subject or words of a letter: shows and slugs are public, ids are hashes.</summary>
public static class Tags
{
    /// <summary>The show's name.</summary>
    public const string Show = "soundoff.show";

    /// <summary>The episode's slug.</summary>
    public const string Episode = "soundoff.episode";

    /// <summary>What came of it, in a word.</summary>
    public const string Outcome = "soundoff.outcome";

    /// <summary>How many files were read.</summary>
    public const string Files = "soundoff.files";

    /// <summary>How many rows of work a rendering took.</summary>
    public const string WorkRows = "soundoff.work.rows";

    /// <summary>How many targets of a kind were rendered: followed by a dot and the kind.</summary>
    public const string Targets = "soundoff.targets";

    /// <summary>The kind of a target, or of a mail.</summary>
    public const string Kind = "soundoff.kind";

    /// <summary>The letter's id: a day and a hash.</summary>
    public const string Letter = "soundoff.letter.id";

    /// <summary>What a message is.</summary>
    public const string LetterClass = "soundoff.letter.class";

    /// <summary>The rule that says so.</summary>
    public const string LetterRule = "soundoff.letter.rule";

    /// <summary>The rule that gave it to its episode.</summary>
    public const string EpisodeRule = "soundoff.letter.episode_rule";

    /// <summary>Where a letter stands after a decision.</summary>
    public const string LetterState = "soundoff.letter.state";

    /// <summary>The type of what was thrown; its message is not told, since it may name anything.</summary>
    public const string Error = "error.type";
}
