namespace Soundoff.Mail.Sorting;

/// <summary>One question asked of a message.</summary>
public sealed class SortingRule
{
    internal SortingRule(string name, MailClass mailClass, string meaning, Func<Evidence, bool> holds) =>
        (Name, Class, Meaning, Holds) = (name, mailClass, meaning, holds);

    /// <summary>Short and stable: it stands in the records of letters. The class, a dot, the sign; the last rule is <c>letter</c> alone.</summary>
    public string Name { get; }

    /// <summary>What a message is of which it holds.</summary>
    public MailClass Class { get; }

    /// <summary>When it holds, in words for the hosts.</summary>
    public string Meaning { get; }

    internal Func<Evidence, bool> Holds { get; }
}
