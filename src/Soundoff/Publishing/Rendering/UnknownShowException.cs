using Soundoff.Account;

namespace Soundoff.Publishing.Rendering;

/// <summary>A wake-up names a show of which the catalog has nothing.</summary>
public sealed class UnknownShowException(string message) : Exception(
    $"A message of the queue {Queues.ShowUpdates} names no show that was ever published. It says \"{(message.Length > 100 ? message[..100] + "…" : message)}\". Expected is the name of a show's folder, such as my-show, plain or as {{\"name\":\"my-show\"}}.");
