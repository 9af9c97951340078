using System.Globalization;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Soundoff.Account;
using Soundoff.Catalog;
using Soundoff.Episodes;
using Soundoff.Intake;
using Soundoff.Lists;
using Soundoff.Publishing;
using Soundoff.Search;
using Soundoff.Site;
using Soundoff.Storage;

namespace Soundoff.Tests.Publishing;

/// <summary>
/// A show that has published for years: its catalog rows are written as publishing writes them, without the publishing. Twenty episodes a month,
/// the newest month half full; forty in a row share a topic and a guest.
/// </summary>
internal static class Backlog
{
    private const int AMonth = 20;
    private const int ATopic = 40;

    public static string TopicOf(int age) => $"Line {age / ATopic}";

    public static async Task WriteAsync(World world, string showName, int episodes)
    {
        await world.UploadAsync($"{showName}/show.yaml", "title: Rail\ndescription: Trains.\nlanguage: en\n");
        await world.SettleAsync();
        var records = world.Services.GetRequiredService<Records>();
        var show = (await records.ShowAsync(showName, TestContext.Current.CancellationToken))!.Show;
        var urls = world.Services.GetRequiredService<SiteUrls>();
        var rows = new List<TableEntity>();
        var months = new Dictionary<Month, int>();
        var newest = new List<IndexedEpisode>();
        var names = new Dictionary<(char List, string Name), Dictionary<int, int>>();
        for (var age = 0; age < episodes; age++)
        {
            var record = Record(showName, age, world.Clock.Now);
            var episode = EpisodeFactory.Make(record, show);
            var identity = new Identity
            {
                Show = showName,
                Slug = record.Slug,
                Key = record.Key,
                Guid = record.Guid,
                FirstPublished = record.FirstPublished,
                State = EpisodeState.Live,
                Fingerprint = "as published",
            };
            rows.Add(EpisodeCommit.Live(identity, episode, record, show).ToRow());
            rows.AddRange(Listing.Rows(episode, show, urls));
            months[Month.Of(episode.Date)] = months.GetValueOrDefault(Month.Of(episode.Date)) + 1;
            if (Month.Of(episode.Date) == Month.Of(world.Clock.Now)) newest.Add(EpisodeText.Of(episode, show).Index());
            foreach (var name in new[] { (NamedList.OfTopic, TopicOf(age)), (NamedList.OfGuest, $"Guest {age / ATopic}") })
            {
                if (!names.TryGetValue(name, out var years)) names[name] = years = [];
                years[episode.Date.Year] = years.GetValueOrDefault(episode.Date.Year) + 1;
            }

            // Only the neighbours of what is published next are rendered from their records.
            if (age < 2) await records.WriteAsync(record, null, TestContext.Current.CancellationToken);
        }

        rows.AddRange(months.Select(m => (TableEntity)new MonthRow(m.Key, m.Value, m.Value).Action(showName).Entity));
        rows.AddRange(names.Select(n => (TableEntity)new NamedCount(n.Key.List, Slug.From(n.Key.Name), n.Key.Name, n.Value).Action(showName).Entity));
        await world.Services.GetRequiredService<SiteContainer>().PutAsync(
            SitePaths.SearchBlock(showName, Month.Of(world.Clock.Now)), IndexBlock.Write(newest), MediaTypes.Bytes, TestContext.Current.CancellationToken);
        foreach (var part in rows.Chunk(100))
            await world.Account.Table(Tables.Catalog).SubmitTransactionAsync(part.Select(r => new TableTransactionAction(TableTransactionActionType.Add, r)), TestContext.Current.CancellationToken);
    }

    private static EpisodeRecord Record(string show, int age, DateTimeOffset now)
    {
        var month = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-((age + AMonth / 2) / AMonth));
        var date = month.AddMinutes(AMonth - age % AMonth);
        var slug = string.Create(CultureInfo.InvariantCulture, $"episode-{age:00000}");
        return new()
        {
            Show = show,
            Slug = slug,
            Key = slug,
            Guid = Soundoff.Feeds.EpisodeGuid.For(show, slug),
            FirstPublished = date,
            Facts = new()
            {
                Title = $"Episode {age:00000}",
                Standfirst = "What the night trains carry, and to whom.",
                BodyHtml = string.Concat(Enumerable.Range(0, 12).Select(i => $"<p>Paragraph {i} of episode {age:00000}: {string.Join(' ', Enumerable.Range(0, 40).Select(w => $"word{(age * 7 + i * 13 + w) % 997}"))}.</p>")),
                Topics = [TopicOf(age)],
                People = [new() { Name = $"Guest {age / ATopic}", Description = "driver" }],
            },
            Audio = new() { Path = SitePaths.Media(show, slug, "0123456789ab", ".mp3"), Type = "audio/mpeg", Length = 12_345_678 },
        };
    }
}
