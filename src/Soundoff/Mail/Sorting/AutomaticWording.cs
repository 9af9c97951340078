using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting;

/// <summary>
/// Automatic answers whose header says nothing. People write about holidays and receipts too: the subject must begin as a program's does, and the text or the
/// sender must agree with it.
/// </summary>
internal sealed class AutomaticWording
{
    private const int Opening = 1200;
    private const int LongestSubject = 200;

    private AutomaticWording(ReadMail mail)
    {
        var subject = FoldedText.Of(mail.Subject, LongestSubject);
        var clauses = FoldedText.Clauses(mail.Subject, LongestSubject);
        var announced = Announces(AutomaticWords.VacationSubjects, clauses);
        var absent = announced || Announces(AutomaticWords.AbsenceSubjects, clauses);
        var received = AutomaticWords.ReceiptSubjects.StandIn(subject) || AutomaticWords.ReadSubjects.Begin(subject);
        var challenged = AutomaticWords.ChallengeSubjects.StandIn(subject);
        if (!absent && !received && !challenged) return;

        var text = FoldedText.Of(mail.Text, Opening);
        var isSigned = UnattendedSender.Is(mail) || NoAnswer.IsWanted(mail);
        IsVacation = absent && (isSigned || mail.Answers.Take(20).Any(a => OurMessageId.TryParse(a, out _))
            || (AutomaticWords.VacationTexts.StandIn(text) && (announced || TellsWhen(subject) || TellsWhen(text))));
        IsReceipt = received && AutomaticWords.ReceiptTexts.StandIn(text);
        IsChallenge = challenged && AutomaticWords.ChallengeTexts.StandIn(text);
    }

    public bool IsVacation { get; }
    public bool IsReceipt { get; }
    public bool IsChallenge { get; }

    public static AutomaticWording Of(ReadMail mail) => new(mail);

    // "Out of office", "Out of office: your letter" and "Out of office until 9 May" are a program's; "Out of office and into the garden" is a person's.
    private static bool Announces(Phrases phrases, string clauses)
    {
        if (phrases.Beginning(clauses) is not { } phrase) return false;
        var rest = clauses.AsSpan(1 + phrase.Length);
        if (FoldedText.IsUnspaced(phrase[0])) return true;
        rest = rest[rest.IndexOf(' ')..].Trim();
        if (rest.IsEmpty || rest[0] is FoldedText.ClauseMark || char.IsDigit(rest[0])) return true;
        var end = rest.IndexOf(' ');
        return AutomaticWords.Continuations.Contains((end < 0 ? rest : rest[..end]).ToString());
    }

    private static bool TellsWhen(string folded) => folded.AsSpan().ContainsAnyInRange('0', '9') || AutomaticWords.Returns.StandIn(folded);
}
