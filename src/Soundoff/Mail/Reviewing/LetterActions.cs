namespace Soundoff.Mail.Reviewing;

/// <summary>What can be done with a letter. A signed link allows a set of them.</summary>
[Flags]
public enum LetterActions
{
    None = 0,
    Publish = 1,
    PublishNameless = 2,
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

    /// <summary>What a host may do.</summary>
    Host = Publish | PublishNameless | Hide | Block | Edit | Move | Withdraw,

    /// <summary>What the listener may do.</summary>
    Listener = Withdraw | Erase,
}
