using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Soundoff.Export;
using Soundoff.Hosting;
using Soundoff.Publishing;
using Soundoff.Publishing.Rendering;
using Soundoff.Storage;

// What an instance of the Functions app does between its start and the end of its first messages, without the worker: the benchmark "startup" runs it. Settings come
// from the environment, as in Azure; the arguments are a show, an uploaded file of it and, to have it warmed up first, "warm".
var (show, path) = (args[0], args[1]);
var begun = Stopwatch.GetTimestamp();
var builder = Host.CreateApplicationBuilder();
builder.Services.AddSoundoff(builder.Configuration).AddSoundoffTelemetry(builder.Configuration);
using var host = builder.Build();
await host.StartAsync();
if (args is [_, _, "warm"]) await host.Services.GetRequiredService<WarmUp>().RunAsync(CancellationToken.None);
var composed = Stopwatch.GetElapsedTime(begun);

await host.Services.GetRequiredService<EpisodePublisher>().HandleAsync(BlobEvent.Parse(BlobEvent.Json(path)), CancellationToken.None);
var read = Stopwatch.GetElapsedTime(begun);

await host.Services.GetRequiredService<ShowRenderer>().HandleAsync(show, CancellationToken.None);
var rendered = Stopwatch.GetElapsedTime(begun);

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{composed.TotalMilliseconds:0} {(read - composed).TotalMilliseconds:0} {(rendered - read).TotalMilliseconds:0}"));
await host.StopAsync();
