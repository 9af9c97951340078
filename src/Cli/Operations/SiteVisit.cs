using System.Text;
using Azure;
using Soundoff.Account;
using Soundoff.Operations;
using Soundoff.Site;

namespace Soundoff.Cli.Operations;

/// <summary>Looks whether the public reads, at the address that the site gives itself, what is in its container.</summary>
internal static class SiteVisit
{
    private const string Area = "site";
    private const string Mark = "Sitemap: ";

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    /// <summary>Fetches <c>robots.txt</c>, which names the site's own address.</summary>
    public static async Task<Finding> ExamineAsync(StorageAccount account, bool emulated, CancellationToken cancellation)
    {
        string robots;
        try
        {
            robots = (await account.Container(Containers.Site).GetBlobClient(SitePaths.Robots).DownloadContentAsync(cancellation)).Value.Content.ToString();
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return new(Area, Verdict.Hint, "Nothing is published yet.", "Upload an episode.");
        }

        var sitemap = robots.Split('\n').FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))?[Mark.Length..].Trim();
        if (!Uri.TryCreate(sitemap, UriKind.Absolute, out var address)) return new(Area, Verdict.Wrong, "robots.txt in the site's container does not name the site's address.", "Run 'soundoff reconcile'.");
        var page = new Uri(address, SitePaths.Robots);
        var mend = emulated ? "Start 'soundoff serve' on that port." : "Check Site:BaseUrl, the static website and the domain's name.";
        try
        {
            using var http = new HttpClient { Timeout = LongestAnswer };
            using var answer = await http.GetAsync(page, cancellation);
            if (!answer.IsSuccessStatusCode) return new(Area, Verdict.Wrong, FormattableString.Invariant($"{page} answers {(int)answer.StatusCode}."), mend);
            return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellation)) == robots
                ? new(Area, Verdict.Good, $"The public reads it at {new Uri(page, "/")}.")
                : new(Area, Verdict.Wrong, $"{page} is not what is in the site's container: another site answers there, or an old copy.", mend);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(Area, Verdict.Wrong, $"Nothing answers at {page}.", mend);
        }
    }
}
