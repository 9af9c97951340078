using System.Text.Json;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Sorting;
using Soundoff.Mail.Sorting.Bounces;
using Soundoff.Mail.Sorting.Person;

namespace Soundoff.Tests.Mail.Sorting;

public class SortingFixturesTests
{
    public static TheoryData<string> Names => SortingFixture.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_is_what_its_twin_says(string name)
    {
        var fixture = SortingFixture.Read(name);
        var actual = Understood(fixture);
        Assert.All(fixture.Expected.EnumerateObject(), expected =>
            Assert.Equal($"{expected.Name}: {Plain(expected.Value)}", $"{expected.Name}: {Plain(actual.GetProperty(expected.Name))}"));
    }

    [Fact]
    public void Every_rule_has_a_message_that_it_decides()
    {
        var decided = SortingFixture.Names.Select(n => SortingFixture.Read(n.Data).Expected).ToArray();
        Assert.Empty(SortingRules.All.Select(r => r.Name).Except(decided.Select(e => e.GetProperty("rule").GetString()!)));
        Assert.Empty(EpisodeRules.All.Select(r => r.Key).Except(decided.Select(e => e.TryGetProperty("episodeRule", out var rule) ? rule.GetString()! : "")));
    }

    private static JsonElement Understood(SortingFixture fixture)
    {
        var (mail, delivery) = (fixture.Mail, fixture.Delivery);
        var verdict = MailSorter.Sort(mail, delivery, fixture.Known);
        var bounce = verdict.Class == MailClass.Bounce ? BounceReader.Read(mail, delivery, SortingFixture.Contacts) : null;
        var match = EpisodeMatcher.Match(mail, delivery, SortingFixture.AllShows);
        var wish = PublicationWish.Of(mail);
        return JsonSerializer.SerializeToElement(new Dictionary<string, object?>
        {
            ["class"] = verdict.Class.ToString(),
            ["rule"] = verdict.Rule,
            ["bounce"] = bounce is null ? null : new { failedAddress = bounce.FailedAddress, action = bounce.Action, status = bounce.Status, permanent = bounce.Permanent },
            ["show"] = match.Show,
            ["episode"] = match.Slug,
            ["episodeRule"] = match.Rule,
            ["unknownSlug"] = match.UnknownSlug,
            ["forbidsPublication"] = wish.ForbidsPublication,
            ["forbidsName"] = wish.ForbidsName,
            ["name"] = DisplayName.FirstName(mail.Name),
            ["place"] = SenderPlace.Of(mail),
        });
    }

    // The same for the same value, whatever its white space and escapes.
    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? "{" + string.Join(", ", value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}: {Plain(p.Value)}")) + "}"
        : value.ToString();
}
