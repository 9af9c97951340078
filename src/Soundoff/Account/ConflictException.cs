namespace Soundoff.Account;

/// <summary>Something changed between reading it and writing what was computed from it: start over from the read.</summary>
public sealed class ConflictException(string message, Exception? inner = null) : Exception(message, inner);
