using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Soundoff.Functions;
using Soundoff.Hosting;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Functions;

/// <summary>The functions behind a real web server, which in the worker is set up by what the app registers.</summary>
public sealed class WebServerTests(AzuriteFixture azurite)
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_may_be_as_large_as_the_provider_takes_it_and_no_line_of_the_log_has_the_key()
    {
        var log = new LogLines();
        await using var app = await StartAsync(log);
        using var http = new HttpClient();
        // SendGrid takes 30 MB, and a web server that is told nothing 28.6.
        using var letter = new ByteArrayContent(Letter(31_000_000));
        letter.Headers.ContentType = new("message/rfc822");
        using var answer = await http.PostAsync(new Uri($"{app.Urls.Single()}/api/mail?key={Key}"), letter, Cancellation);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains("is kept", log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, log.All, StringComparison.Ordinal);
    }

    private static byte[] Letter(int length)
    {
        var letter = new byte[length];
        letter.AsSpan().Fill((byte)'a');
        for (var i = 77; i < length; i += 78) (letter[i - 1], letter[i]) = ((byte)'\r', (byte)'\n');
        "From: Ana <ana@example.com>\r\nTo: contact@radio.example\r\n\r\n"u8.CopyTo(letter);
        return letter;
    }

    private async Task<WebApplication> StartAsync(LogLines log)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = azurite.NewAccount(),
            ["Site:BaseUrl"] = "https://radio.example/",
            ["Mail:UrlKey"] = Key,
        });
        builder.Services.AddFunctionApp(builder.Configuration).AddRoutingCore().AddMvcCore();
        builder.Logging.AddProvider(log);
        var app = builder.Build();
        await app.Services.GetRequiredService<StorageSetup>().EnsureAsync(Cancellation);
        app.UseRouting();
        app.MapPost("/api/mail", async (HttpContext context) =>
        {
            var result = await ActivatorUtilities.CreateInstance<ReceiveMail>(context.RequestServices).Run(context.Request, context.RequestAborted);
            await result.ExecuteResultAsync(new ActionContext(context, new(), new()));
        });
        await app.StartAsync(Cancellation);
        return app;
    }
}
