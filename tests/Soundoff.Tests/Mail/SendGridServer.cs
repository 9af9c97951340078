using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Soundoff.Tests.Mail;

/// <summary>Speaks as much of SendGrid's v3 API as we use: takes messages, or answers as it was told to, one answer a call.</summary>
public sealed class SendGridServer : IAsyncDisposable
{
    private const string Key = "SG.test";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, JsonNode, Task>> _answers = new();
    private readonly ConcurrentQueue<JsonNode> _taken = new();
    private int _calls;

    private SendGridServer(WebApplication app) => _app = app;

    /// <summary>The base address.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>The API key that it lets in.</summary>
    public static string ApiKey => Key;

    /// <summary>All calls, the failed ones too.</summary>
    public int Calls => _calls;

    /// <summary>Messages that it took and would deliver, as JSON.</summary>
    public IReadOnlyList<JsonNode> Taken => [.. _taken];

    /// <summary>Starts on a free port.</summary>
    public static async Task<SendGridServer> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new SendGridServer(app);
        app.MapPost("/v3/mail/send", server.TakeAsync);
        await app.StartAsync(cancellation);
        return server;
    }

    /// <summary>429, and when to come back.</summary>
    public SendGridServer TooMany(DateTimeOffset reset) => Next((context, _) =>
    {
        context.Response.Headers["X-RateLimit-Reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ErrorAsync(context, 429, "too many requests");
    });

    /// <summary>An error, with a message.</summary>
    public SendGridServer Fail(int status, string message = "internal error") => Next((context, _) => ErrorAsync(context, status, message));

    /// <summary>Takes the message and answers never.</summary>
    public SendGridServer Hang() => Next(async (context, mail) =>
    {
        _taken.Enqueue(mail);
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    });

    /// <summary>Closes the connection instead of answering, before or after it took the message.</summary>
    public SendGridServer Close(bool taken) => Next((context, mail) =>
    {
        if (taken) _taken.Enqueue(mail);
        context.Abort();
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private SendGridServer Next(Func<HttpContext, JsonNode, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        if (context.Request.Headers.Authorization != $"Bearer {Key}")
        {
            await ErrorAsync(context, 401, "The provided authorization grant is invalid, expired, or revoked");
            return;
        }

        var mail = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        if (_answers.TryDequeue(out var answer))
        {
            await answer(context, mail);
            return;
        }

        _taken.Enqueue(mail);
        context.Response.StatusCode = 202;
    }

    private static Task ErrorAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return JsonSerializer.SerializeAsync(context.Response.Body, new { errors = new[] { new { message } } });
    }
}
