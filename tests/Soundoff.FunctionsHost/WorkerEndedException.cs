namespace Soundoff.FunctionsHost;

/// <summary>The app's process ended, or could not be started; the message has what it said.</summary>
public sealed class WorkerEndedException(string message) : Exception(message);
