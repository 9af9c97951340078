namespace Soundoff.Cli.Local.Smtp;

/// <summary>A message as a mail program handed it over.</summary>
/// <param name="From">The envelope's sender; empty for the null sender <c>&lt;&gt;</c>.</param>
/// <param name="To">The envelope's recipients, at least one.</param>
/// <param name="Content">The bytes of the message, from the start; gone when whoever takes it returns.</param>
public sealed record SmtpMessage(string From, IReadOnlyList<string> To, Stream Content);
