using Soundoff.Texts;

namespace Soundoff.Mail.Reviewing;

/// <summary>
/// What can be done with a letter. A signed link allows a set of them. In links and forms an action has one name, its own in lower case (<see cref="LetterActionNames"/>).
/// </summary>
[Flags]
public enum LetterActions
{
    None = 0,

    /// <summary>Puts it on its episode's page.</summary>
    Publish = 1,

    /// <summary>Puts it there without a name.</summary>
    Nameless = 2,

    /// <summary>Takes it off the page, or keeps it from getting there.</summary>
    Hide = 4,

    /// <summary>Blocks the author: later letters are kept, never shown and never acknowledged. Hides this one.</summary>
    Block = 8,

    /// <summary>Changes the text, of a published letter also on its page.</summary>
    Edit = 16,

    /// <summary>Gives it to another episode of the show.</summary>
    Move = 32,

    /// <summary>Takes it back.</summary>
    Withdraw = 64,

    /// <summary>Removes it and everything else that is kept of its author.</summary>
    Erase = 128,

    /// <summary>Opens what came with it. No form asks for this.</summary>
    OpenFiles = 256,

    /// <summary>Asks for a fresh link to be sent to the address that the letter came from.</summary>
    Renew = 512,

    /// <summary>What a host may do.</summary>
    Host = Publish | Nameless | Hide | Block | Edit | Move | Withdraw | OpenFiles,

    /// <summary>What the listener may do by the link in the acknowledgement.</summary>
    Listener = Withdraw | Renew,

    /// <summary>What the listener may do by a fresh link.</summary>
    FreshListener = Withdraw | Erase,
}

/// <summary>The names of actions in links and forms: <c>publish</c>, <c>nameless</c>, <c>hide</c>, <c>block</c>, <c>edit</c>, <c>move</c>, <c>withdraw</c>, <c>renew</c>, <c>erase</c>.</summary>
public static class LetterActionNames
{
    /// <summary>The actions that forms ask for, in their order.</summary>
    public static IReadOnlyList<LetterActions> All { get; } =
    [
        LetterActions.Publish, LetterActions.Nameless, LetterActions.Edit, LetterActions.Move, LetterActions.Hide, LetterActions.Block, LetterActions.Withdraw, LetterActions.Renew, LetterActions.Erase,
    ];

    /// <summary>An action's name.</summary>
    public static string Of(LetterActions action) => EnumName.Of(action);

    /// <summary>The action of a name; none for anything else.</summary>
    public static LetterActions Parse(string? name) => All.FirstOrDefault(action => Of(action) == name);
}
