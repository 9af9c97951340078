using System.Net;
using Soundoff.Operations;

namespace Soundoff.Cli.Operations.Deployment;

/// <summary>Calls the functions as a stranger would.</summary>
internal static class AppAnswers
{
    /// <summary>Asks how they are, and posts a letter that proves nothing, which they must refuse. Nothing is kept of it.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(Deployed deployed, HttpClient http, CancellationToken cancellation)
    {
        var health = await StatusAsync(() => http.GetAsync(new Uri(deployed.Api, "api/health"), cancellation), cancellation);
        var findings = new List<Finding>
        {
            health switch
            {
                HttpStatusCode.OK => new("app", Verdict.Good, "The functions answer, and all is well with them."),
                HttpStatusCode.ServiceUnavailable => new("app", Verdict.Wrong, "The functions answer that something is to be mended, or do not start.", $"'soundoff status --storage {deployed.StorageName}' says what waits; the log stream in the portal shows the first line of an app that does not start."),
                HttpStatusCode.NotFound => new("app", Verdict.Wrong, "The app is there, and no functions are in it.", "Run 'azd deploy'."),
                null => new("app", Verdict.Wrong, $"Nothing answers at {deployed.Api}.", "Look in the portal whether the app runs."),
                var other => new("app", Verdict.Wrong, FormattableString.Invariant($"The functions answer {(int)other}."), "The log stream in the portal says why."),
            },
        };
        // Nothing more is to be learnt where there is nobody.
        if (deployed.MailDomain is null || health is null or HttpStatusCode.NotFound) return findings;
        using var letter = new MultipartFormDataContent { { new StringContent("doctor"), "email" } };
        var answer = await StatusAsync(() => http.PostAsync(new Uri(deployed.Api, "api/mail"), letter, cancellation), cancellation);
        findings.Add(answer switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new("webhook", Verdict.Good, "The webhook answers, and refuses whoever proves nothing."),
            >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => new("webhook", Verdict.Wrong, "The webhook takes letters of anybody.", "Run 'azd provision', which sets a key, and restart the app."),
            null => new("webhook", Verdict.Wrong, "The webhook does not answer.", "Look in the portal whether the app runs."),
            var other => new("webhook", Verdict.Wrong, FormattableString.Invariant($"The webhook answers {(int)other}: SendGrid keeps letters for three days and tries again."), "The log stream in the portal says why."),
        });
        return findings;
    }

    private static async Task<HttpStatusCode?> StatusAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken cancellation)
    {
        try
        {
            using var answer = await ask();
            return answer.StatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException || (lost is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}
