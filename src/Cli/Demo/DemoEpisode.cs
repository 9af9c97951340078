namespace Soundoff.Cli.Demo;

/// <summary>An episode of the demo, and what it shows.</summary>
/// <param name="Show">The show's folder.</param>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Title">As it must be read from its files.</param>
/// <param name="MadeOf">What was uploaded, for the table.</param>
/// <param name="Scheduled">Whether its date is yet to come.</param>
public sealed record DemoEpisode(string Show, string Slug, string Title, string MadeOf, bool Scheduled = false)
{
    /// <summary>All episodes of the demo.</summary>
    public static IReadOnlyList<DemoEpisode> All { get; } =
    [
        new("last-stop", "train-that-waits", "The Train That Waits for the Tide", "an MP3 alone: its tags, picture and chapters say the rest"),
        new("last-stop", "night-bread", "Forty Loaves on the 2:14", "Markdown, MP3, transcript, chapters"),
        new("kettle-lane-almanac", "the-clock-stays-slow", "The Clock Above Kettle Lane Stays Four Minutes Slow", "a plain-text article"),
        new("kettle-lane-almanac", "first-frost", "The Night the Fountain Stopped Mid-Air", "Markdown with a date to come", Scheduled: true),
    ];

    /// <summary>Its page, below the site's address.</summary>
    public string Page => $"{Show}/{Slug}/";
}
