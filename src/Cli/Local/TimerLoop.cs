using Cronos;

namespace Soundoff.Cli.Local;

/// <summary>Runs a function when its schedule says so.</summary>
internal static class TimerLoop
{
    // A machine that slept wakes with its clock ahead: the time is looked at again each minute, never trusted to one long wait.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(TimerTrigger trigger, IServiceProvider services, TimeProvider clock, Action<string> tell, CancellationToken stop)
    {
        var schedule = CronExpression.Parse(trigger.Schedule, CronFormat.IncludeSeconds);
        var next = Next();
        while (!stop.IsCancellationRequested)
        {
            var left = next - clock.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left < LongestWait ? left : LongestWait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            try
            {
                await trigger.Run(services, stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                tell($"{trigger.Function} failed and runs again at its next time: {failure.Message}");
            }

            next = Next();
        }

        DateTimeOffset Next() => schedule.GetNextOccurrence(clock.GetUtcNow(), TimeZoneInfo.Utc) ?? DateTimeOffset.MaxValue;
    }
}
