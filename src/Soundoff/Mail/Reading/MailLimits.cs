namespace Soundoff.Mail.Reading;

/// <summary>How much of a message is looked at. No letter comes near any of these; a message made to do harm meets them early.</summary>
public static class MailLimits
{
    /// <summary>Decoded bytes of one text part: some hundred thousand words, more than a novel. What is beyond is left out.</summary>
    public const int TextBytes = 1024 * 1024;

    /// <summary>Files kept of one message: more than any mail program attaches by accident.</summary>
    public const int Files = 20;

    /// <summary>Decoded bytes of all files kept of one message: 20 MiB become the 27 MB that most mail servers let through, encoded.</summary>
    public const long FileBytes = 20 * 1024 * 1024;

    /// <summary>Files named in the record, kept or not.</summary>
    internal const int NamedFiles = 100;

    /// <summary>Parts within parts: mail programs use up to five levels, forwards of forwards a few more.</summary>
    internal const int Depth = 16;

    /// <summary>Text parts joined to one letter.</summary>
    internal const int TextParts = 50;

    /// <summary>Lines that begin with two dashes, as every border of a part does: each may cost an object of half a kilobyte.</summary>
    internal const int Borders = 5000;

    /// <summary>Bytes of a message's head: the longest seen from large providers are 60 KB.</summary>
    internal const int HeadBytes = 512 * 1024;

    /// <summary>Header fields, and signs of each, that are given on.</summary>
    internal const int Fields = 500;

    internal const int FieldSigns = 16 * 1024;

    internal const int SubjectSigns = 500;

    internal const int NameSigns = 100;
}
