namespace Soundoff.Cli.Helping;

/// <summary>What people type most, by command: shown with <c>--help</c> and in the reference.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["new"] = ["soundoff new night-desk", "soundoff new night-desk --title \"Night Desk\" --language en --host \"Mara Lind\""],
        ["serve"] = ["soundoff serve my-show", "soundoff serve shows --port 8080"],
        ["check"] = ["soundoff check my-show", "soundoff check --json my-show/night-trains.md"],
        ["import"] = ["soundoff import https://radio.example/feed.xml my-show", "soundoff import subscriptions.opml shows", "soundoff import https://radio.example/feed.xml my-show --media keep"],
        ["publish"] = ["soundoff publish my-show --dry-run", "soundoff publish my-show --to radio --delete", "soundoff publish my-show/night-trains.md my-show/night-trains.mp3"],
        ["stations"] = ["soundoff stations add radio my-storage-account", "soundoff stations use radio"],
        ["list"] = ["soundoff list my-show", "soundoff list --json --to radio"],
        ["open"] = ["soundoff open night-trains"],
        ["unpublish"] = ["soundoff unpublish my-show/night-trains"],
        ["export"] = ["soundoff export my-show", "soundoff export my-show backup.zip --from radio"],
        ["site export"] = ["soundoff site export mirror"],
        ["completion"] = ["soundoff completion bash > ~/.local/share/bash-completion/completions/soundoff"],
        ["letters"] = ["soundoff letters list", "soundoff letters show 7ZK4"],
        ["status"] = ["soundoff status --storage my-storage-account"],
    };

    /// <summary>Those of a command.</summary>
    /// <param name="path">Its names from the root's children on, with spaces between.</param>
    public static IReadOnlyList<string> Of(string path) => Known.GetValueOrDefault(path, []);
}
