namespace Soundoff.Cli.Demo;

/// <summary>A letter of the demo, and what becomes of it.</summary>
/// <param name="File">Its file.</param>
/// <param name="Show">The show it must find.</param>
/// <param name="Episode">The episode it must find.</param>
/// <param name="Name">Who writes.</param>
/// <param name="Address">Where the acknowledgement goes.</param>
/// <param name="Subject">As it is written.</param>
/// <param name="Words">Words of its text that stand nowhere else.</param>
/// <param name="Approved">Whether it is put on its page.</param>
public sealed record DemoLetter(string File, string Show, string Episode, string Name, string Address, string Subject, string Words, bool Approved)
{
    /// <summary>Who gets the letters.</summary>
    public const string Host = "ada@kettlelane.example";

    /// <summary>All letters of the demo.</summary>
    public static IReadOnlyList<DemoLetter> All { get; } =
    [
        new("loaves.eml", "last-stop", "night-bread", "Nora Quill", "nora.quill@listener.example", "The crates on the 2:14", "He put his coat over the top one in January", Approved: true),
        new("in-confidence.eml", "last-stop", "night-bread", "J. Thorne", "j.thorne@listener.example", "Re: Forty Loaves on the 2:14", "I was the man with the cello", Approved: false),
    ];

    /// <summary>Its episode's page, below the site's address.</summary>
    public string Page => $"{Show}/{Episode}/";

    /// <summary>The message.</summary>
    public Task<byte[]> ReadAsync(CancellationToken cancellation) =>
        System.IO.File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "Letters", File), cancellation);
}
