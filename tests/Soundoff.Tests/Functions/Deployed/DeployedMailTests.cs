using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs.Models;
using MimeKit;
using Soundoff.Account;
using Soundoff.Tests.Mail;
using Soundoff.Tests.Mail.Letters;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Functions.Deployed;

public sealed partial class DeployedMailTests(AzuriteFixture azurite, PublishedApp app)
{
    private const string Host = "ida@hosts.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Letters_come_in_both_modes_reach_the_host_and_are_on_the_page_once_she_says_so(bool isSigned)
    {
        await using var station = await Deployment.StartAsync(azurite.NewAccount(), await app.FolderAsync(), isSigned);
        await station.World.StoreAsync("rail/show.yaml", $"title: Rail\nlanguage: en\ncontact: contact@radio.example\nmail: {{ hosts: [{Host}] }}\n");
        await station.World.UploadAsync("rail/night.md", "---\ntitle: Night trains\ndate: 2026-02-26\n---\nThey run again.\n");
        await station.ShowsAsync("rail/night/index.html", "They run again.");
        using var http = new HttpClient();

        Assert.Equal(200, await PostAsync(http, station, Proved(InboundPost.Raw(Letter("one"), "one@example.com", "contact+night@radio.example"))));
        Assert.Equal(200, await PostAsync(http, station, Proved(InboundPost.Default(Letter("two"), "two@example.com", "contact+night@radio.example"))));
        Assert.InRange(await PostAsync(http, station, InboundPost.Raw(Letter("three"), "three@example.com", "contact+night@radio.example").WithKey("guessed")), 401, 403);

        Assert.Equal(HttpStatusCode.OK, await HeadAsync(http, station, "api/review"));
        Assert.Equal(HttpStatusCode.OK, await HeadAsync(http, station, "api/contact?show=rail"));
        foreach (var who in new[] { "one", "two" })
        {
            var link = await LinkAsync(station, who);
            var page = await OpenAsync(http, station, ("link", link));
            Assert.Contains($"I am number {who}.", page, StringComparison.Ordinal);
            await OpenAsync(http, station, ("link", link), ("form", FormToken().Match(page).Groups[1].Value), ("action", "publish"));
            await station.ShowsAsync("rail/night/index.html", $"I am number {who}.");
        }

        Assert.Equal(0, station.App.Tally.Failed("LetterReceived"));

        InboundPost Proved(InboundPost post) => isSigned ? post.Sign(station.Signer, DateTimeOffset.UtcNow) : post.WithKey(Mailroom.UrlKey);
    }

    private static byte[] Letter(string who) => Encoding.UTF8.GetBytes(SampleLetter.From($"Listener {who}", $"{who}@example.com", $"I am number {who}.\n\nGood night.", $"{who}@mail.example").ReplaceLineEndings("\r\n"));

    private static async Task<int> PostAsync(HttpClient http, Deployment station, InboundPost post)
    {
        var query = string.Join('&', post.Query.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(station.App.Address, "api/mail?" + query)) { Content = new ByteArrayContent(post.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", post.ContentType);
        foreach (var (name, value) in post.Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request, Cancellation);
        return (int)answer.StatusCode;
    }

    /// <summary>What a program that checks links is told.</summary>
    private static async Task<HttpStatusCode> HeadAsync(HttpClient http, Deployment station, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(station.App.Address, path));
        using var answer = await http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    /// <summary>Posts to the letter's page, as the page that the link leads to and the form on it do.</summary>
    private static async Task<string> OpenAsync(HttpClient http, Deployment station, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(station.App.Address, "api/letter"), form, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>The signed part of the link in what the host gets of somebody's letter.</summary>
    private static async Task<string> LinkAsync(Deployment station, string who)
    {
        var link = "";
        await Eventually.BecomesTrueAsync($"the letter of {who} is in the outbox", async () =>
        {
            await foreach (var blob in station.World.Account.Container(Containers.Outbox).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancellation))
            {
                var bytes = (await station.World.Account.Container(Containers.Outbox).GetBlobClient(blob.Name).DownloadContentAsync(Cancellation)).Value.Content;
                using var mail = await MimeMessage.LoadAsync(bytes.ToStream(), Cancellation);
                if (mail.To.Mailboxes.Single().Address == Host && mail.TextBody?.Contains($"I am number {who}.", StringComparison.Ordinal) == true) link = Link().Match(mail.TextBody).Groups["token"].Value;
            }

            return link.Length > 0;
        });
        return link;
    }

    [GeneratedRegex(@"https://functions\.example/api/review#(?<token>[\w.\-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"form\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
