using Soundoff.Cli;

return await CommandLine.RunAsync(args, Console.Out, Console.Error, CancellationToken.None, Console.IsInputRedirected ? null : Console.In);
