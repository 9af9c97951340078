using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Soundoff.Tests.Infra;

/// <summary>
/// Runs a script in PowerShell's own engine, in this process. Its package lacks what only talks to people: the few commands of that kind that our scripts use are made here. Programs
/// are called through the <see cref="FakeCommands"/>.
/// </summary>
internal static class PowerShellScript
{
    /// <summary>Runs it. The names must be nobody else's in this process: PowerShell reads the process's own environment.</summary>
    public static ScriptRun Run(FakeCommands commands, string script, IReadOnlyDictionary<string, string> environment)
    {
        var prepared = $$"""
            function Write-Host($Text) { $Text }
            function Write-Warning($Text) { $Text }
            function Start-Sleep([int] $Seconds) { & '{{commands.Commands}}/sleep' $Seconds }
            function az { & '{{commands.Commands}}/az' @args }
            function azd { & '{{commands.Commands}}/azd' @args }
            & '{{script}}'
            """;
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        foreach (var (name, value) in environment) Environment.SetEnvironmentVariable(name, value);
        try
        {
            using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
            runspace.Open();
            using var shell = PowerShell.Create(runspace);
            using var said = new PSDataCollection<PSObject>();
            try
            {
                shell.AddScript(prepared).Invoke(null, said);
                return new(true, string.Join('\n', said));
            }
            catch (RuntimeException thrown)
            {
                return new(false, string.Join('\n', said.Select(line => line.ToString()).Append(thrown.Message)));
            }
        }
        finally
        {
            foreach (var name in environment.Keys) Environment.SetEnvironmentVariable(name, null);
        }
    }
}
