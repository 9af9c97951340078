using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Soundoff.Tests.Cli.Deployment;

/// <summary>
/// Answers as the resource manager, a vault, the functions and SendGrid do of a deployment in which all is well (<c>Data/deployment/</c>), each at paths of its own. What a test changes is then wrong.
/// </summary>
internal sealed class CloudServer : IAsyncDisposable
{
    public const string SendGridKey = "SG.reader";

    private readonly WebApplication _app;
    private readonly JsonObject _answers;
    private readonly ConcurrentDictionary<string, int> _refusals = new();

    private CloudServer(WebApplication app, JsonObject answers) => (_app, _answers) = (app, answers);

    public Uri Url => new(_app.Urls.First());

    /// <summary>Paths that nobody told it to know, as a test would see that it asked in vain.</summary>
    public ConcurrentBag<string> Unknown { get; } = [];

    public static async Task<CloudServer> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var answers = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Data", "deployment", "answers.json"), cancellation))!.AsObject();
        var server = new CloudServer(app, answers);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellation);
        return server;
    }

    /// <summary>Answers a path, given by its end, with a status and nothing else.</summary>
    public CloudServer Refuse(string path, int status)
    {
        _refusals[Key(path)] = status;
        return this;
    }

    /// <summary>Changes an answer.</summary>
    public CloudServer Change(string path, Action<JsonNode> change)
    {
        change(_answers[Key(path)]!);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Key(string path) => _answers.Select(answer => answer.Key).Single(key => key.EndsWith(path, StringComparison.Ordinal));

    private Task AnswerAsync(HttpContext context)
    {
        var path = $"{context.Request.Method} {context.Request.Path}";
        if (!_answers.TryGetPropertyValue(path, out var answer)) Unknown.Add(path);
        var status = _refusals.TryGetValue(path, out var refusal) ? refusal : answer is null ? 404 : 200;
        if (context.Request.Path.StartsWithSegments("/v3") && context.Request.Headers.Authorization != $"Bearer {SendGridKey}") status = 401;
        // A webhook with a key takes nobody without.
        if (path == "POST /api/mail" && status == 200) status = answer!["status"]!.GetValue<int>();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(status == 200 ? answer!.ToJsonString() : "{}");
    }
}
