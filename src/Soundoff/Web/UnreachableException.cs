namespace Soundoff.Web;

/// <summary>Something could not be fetched.</summary>
/// <param name="what">What was wrong, as the end of a sentence that begins with the address: "answers 404 (Not Found)".</param>
/// <param name="cause">What was thrown, if anything.</param>
public sealed class UnreachableException(string what, Exception? cause = null) : Exception(what, cause);
