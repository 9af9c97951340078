using Cronos;
using Soundoff.Account;
using Soundoff.Cli.Local;

namespace Soundoff.Tests.Cli;

public sealed class TriggersTests
{
    [Fact]
    public void Each_queue_of_the_publishing_journey_has_its_function() =>
        Assert.Equal(
            [("EpisodeChanged", Queues.EpisodeEvents), ("ShowChanged", Queues.ShowUpdates)],
            Triggers.Queues.Where(trigger => trigger.Queue != Queues.Letters).Select(trigger => (trigger.Function, trigger.Source)));

    [Fact]
    public void All_timers_but_the_measuring_one_run_once_a_night() =>
        Assert.All(Triggers.Timers.Where(timer => timer.Function != "Measure"), timer =>
        {
            var from = new DateTime(2026, 3, 28, 12, 0, 0, DateTimeKind.Utc);
            var times = CronExpression.Parse(timer.Schedule, CronFormat.IncludeSeconds).GetOccurrences(from, from.AddDays(3)).ToList();
            Assert.Equal(3, times.Count);
            Assert.All(times, time => Assert.InRange(time.Hour, 0, 5));
        });
}
