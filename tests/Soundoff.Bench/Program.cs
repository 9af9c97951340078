using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Soundoff.Bench;

if (args is ["journey", .. var sizes]) return await Journey.RunAsync(sizes);
if (args is ["import", .. var episodes]) return await Import.RunAsync(episodes);
if (args is ["startup", .. var runs]) return await Startup.RunAsync(runs);
if (args is ["letters", .. var counts]) return await LetterJourney.RunAsync(counts);
if (args is ["fuzz", .. var choices]) return Soundoff.Bench.Fuzzing.FuzzRun.Run(choices);
if (args is ["mail", .. var rounds]) return await MailComparison.RunAsync(rounds);

// Each a single time and in whatever build this is: to see that all of them still run.
var isOnce = args is ["once"];
// In this process: what is measured needs no other build of the project, which the usual way makes for each run.
var config = DefaultConfig.Instance
    .WithOption(ConfigOptions.DisableOptimizationsValidator, isOnce)
    .AddJob((isOnce ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.OperationsPerSecond);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Journey).Assembly).Run(isOnce ? ["--filter", "*"] : args, config);
return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
