namespace Soundoff.Languages;

/// <summary>What hosts are told in the digest of mail that went wrong.</summary>
internal sealed record NoticeWords
{
    public required string AnswerLost { get; init; }
    public required string AnswerHeldLetter { get; init; }
    public required string AnswerRefused { get; init; }
    public required string ForwardRefused { get; init; }
    public required string HostUnreachable { get; init; }
    public required string NoReason { get; init; }
}
