namespace Soundoff.Cli.New;

/// <summary>Asks whoever sits at the keyboard; without one, what is usual holds.</summary>
internal sealed class Questions(TextReader? keyboard, TextWriter output)
{
    /// <summary>What was given on the command line, else what is answered, else what is usual.</summary>
    public async Task<string> AskAsync(string what, string? given, string usual, CancellationToken cancellation)
    {
        if (given is not null) return given.Trim();
        if (keyboard is null) return usual;
        await output.WriteAsync(usual.Length > 0 ? $"{what} [{usual}]: " : $"{what}: ");
        await output.FlushAsync(cancellation);
        return (await keyboard.ReadLineAsync(cancellation))?.Trim() is { Length: > 0 } answer ? answer : usual;
    }
}
