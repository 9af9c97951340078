using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Soundoff.Functions;
using Soundoff.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddFunctionApp(builder.Configuration);
var app = builder.Build();

// An emulator starts out empty; in Azure the infrastructure makes what the functions need.
if (builder.Environment.IsDevelopment()) await app.Services.GetRequiredService<StorageSetup>().EnsureAsync(CancellationToken.None);

await app.RunAsync();
