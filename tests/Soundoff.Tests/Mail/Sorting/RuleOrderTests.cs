using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Tests.Mail.Sorting;

/// <summary>For each rule the least that makes it hold, laid over one another: the earlier must decide.</summary>
public class RuleOrderTests
{
    private static readonly ReadMail Letter = new()
    {
        MessageId = "m@listener.example",
        Address = "ana@listener.example",
        Name = "Ana",
        Subject = "Hello",
        Text = "A word.",
        WholeText = "A word.",
    };

    private static readonly Case Nothing = new(Letter, new Delivery { Received = DateTimeOffset.UnixEpoch, From = "ana@listener.example" }, new Known { Contacts = SortingFixture.Contacts });

    private static readonly Dictionary<string, Func<Case, Case>> Holding = new()
    {
        ["duplicate.seen"] = c => c with { Known = c.Known with { Seen = true } },
        ["ours.loop-header"] = c => Field(c, OwnMail.LoopHeader, "airwaves"),
        ["ours.message-id"] = c => c with { Mail = c.Mail with { MessageId = "ack.airwaves.hope.1@airwaves.example" } },
        ["ours.author"] = c => c with { Mail = c.Mail with { Address = "contact@airwaves.example" } },
        ["bounce.null-sender"] = c => c with { Delivery = c.Delivery with { From = "" } },
        ["bounce.delivery-report"] = c => Report(c, "delivery-status"),
        ["bounce.daemon"] = c => Told(c with { Mail = c.Mail with { Address = "mailer-daemon@mx.example" } }, "Undeliverable: Hello"),
        ["bounce.prose"] = c => Told(Field(c, "X-Failed-Recipients", "b@mx.example"), "Undeliverable: Hello"),
        ["automatic.auto-submitted"] = c => Field(c, "Auto-Submitted", "auto-replied"),
        ["automatic.feedback-report"] = c => Report(c, "feedback-report"),
        ["automatic.read-receipt"] = c => Report(c, "disposition-notification"),
        ["automatic.precedence"] = c => Field(c, "Precedence", "junk"),
        ["automatic.list"] = c => Field(c, "List-Id", "<a.b>"),
        ["automatic.autoreply-header"] = c => Field(c, "X-Autoresponder", "1"),
        ["automatic.unattended"] = c => Field(c with { Mail = c.Mail with { Address = "noreply@listener.example" } }, "X-Auto-Response-Suppress", "All"),
        ["automatic.calendar-reply"] = c => c with { Mail = c.Mail with { Text = "", Structure = c.Mail.Structure with { CalendarMethod = "REPLY" } } },
        ["automatic.vacation"] = c => Told(c, "Out of office", "I am out of the office until May."),
        ["automatic.receipt"] = c => Told(c, "Request received", "This is an automated message."),
        ["automatic.challenge"] = c => Told(c, "Please confirm your message", "Prove you are human."),
        ["blocked.sender"] = c => c with { Known = c.Known with { Blocked = true } },
        ["spam.score"] = c => c with { Delivery = c.Delivery with { SpamScore = 9 } },
        ["spam.forged-sender"] = c => c with { Delivery = c.Delivery with { Spf = false } },
        ["spam.hourly-limit"] = c => c with { Known = c.Known with { LettersLastHour = 10 } },
        ["letter"] = c => c,
    };

    // These write the same fields of a message: one lies over the other.
    private static readonly string[][] Exclusive =
    [
        // RFC 3834 section 3.3: such an answer has an empty sender, and is no bounce for that.
        ["bounce.null-sender", "automatic.auto-submitted"], ["bounce.null-sender", "automatic.autoreply-header"], ["bounce.null-sender", "automatic.vacation"],
        ["ours.author", "bounce.daemon", "automatic.unattended"], ["bounce.delivery-report", "automatic.feedback-report", "automatic.read-receipt"],
        ["bounce.daemon", "bounce.prose", "automatic.vacation", "automatic.receipt", "automatic.challenge"],
        ["automatic.calendar-reply", "bounce.daemon", "bounce.prose", "automatic.vacation", "automatic.receipt", "automatic.challenge"],
    ];

    public static TheoryData<string> Rules => [.. SortingRules.All.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_decides_when_it_alone_holds(string rule) => Assert.Equal(rule, Decides(Holding[rule](Nothing)));

    [Fact]
    public void Of_two_rules_that_hold_the_earlier_decides()
    {
        var names = SortingRules.All.Select(r => r.Name).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = i + 1; j < names.Length; j++)
            {
                if (Exclusive.Any(e => e.Contains(names[i]) && e.Contains(names[j]))) continue;
                Assert.Equal($"{names[i]} over {names[j]}", $"{Decides(Holding[names[i]](Holding[names[j]](Nothing)))} over {names[j]}");
                Assert.Equal($"{names[i]} over {names[j]}", $"{Decides(Holding[names[j]](Holding[names[i]](Nothing)))} over {names[j]}");
            }
        }
    }

    [Fact]
    public void Classes_are_asked_in_the_order_of_their_names_list()
    {
        var classes = SortingRules.All.Select(r => r.Class).ToArray();
        Assert.Equal(classes.Order(), classes);
        Assert.Equal(Enum.GetValues<MailClass>(), classes.Distinct());
    }

    [Fact]
    public void Rules_are_named_after_their_class()
    {
        Assert.All(SortingRules.All, r => Assert.StartsWith(r.Class.ToString().ToLowerInvariant(), r.Name, StringComparison.Ordinal));
        Assert.Distinct(SortingRules.All.Select(r => r.Name));
        Assert.All(SortingRules.All, r => Assert.EndsWith(".", r.Meaning, StringComparison.Ordinal));
    }

    private static string Decides(Case c) => MailSorter.Sort(c.Mail, c.Delivery, c.Known).Rule;

    private static Case Field(Case c, string name, string value) => c with { Mail = c.Mail with { Headers = [.. c.Mail.Headers, new(name, value)] } };

    private static Case Report(Case c, string type) => c with { Mail = c.Mail with { Structure = c.Mail.Structure with { Types = ["multipart/report"], ReportType = type } } };

    private static Case Told(Case c, string subject, string text = "Your message was not delivered.") => c with { Mail = c.Mail with { Subject = subject, Text = text, WholeText = text } };

    private sealed record Case(ReadMail Mail, Delivery Delivery, Known Known);
}
