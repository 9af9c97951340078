using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Sorting;

/// <summary>Decides what a message is.</summary>
public static class MailSorter
{
    /// <summary>
    /// Asks <see cref="SortingRules.All"/> in their order; the first that holds decides. Depends on nothing but its arguments, and never throws on a message that
    /// was read.
    /// </summary>
    public static Verdict Sort(ReadMail mail, Delivery delivery, Known known)
    {
        var evidence = new Evidence(mail, delivery, known);
        var rule = SortingRules.All.First(r => r.Holds(evidence));
        return new Verdict(rule.Class, rule.Name);
    }
}
