using System.CommandLine;

namespace Soundoff.Cli.Commands;

/// <summary><c>soundoff completion</c>: what a shell needs to complete commands and options by the Tab key.</summary>
internal static class CompletionCommand
{
    // Each asks the program itself, so that it always knows what this version knows.
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _soundoff() {
              local IFS=$'\n'
              COMPREPLY=($(soundoff "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null | grep -- "^${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _soundoff soundoff
            """,
        ["zsh"] = """
            #compdef soundoff
            _soundoff() {
              local -a found
              found=("${(@f)$(soundoff "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)}")
              compadd -- $found
              _files
            }
            compdef _soundoff soundoff
            """,
        ["fish"] = """
            complete -c soundoff -a '(soundoff "[suggest:"(string length (commandline -cp))"]" (commandline -cp) 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName soundoff -ScriptBlock {
              param($wordToComplete, $commandAst, $cursorPosition)
              soundoff "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Print what a shell needs to complete commands and options by the Tab key.") { shell };
        command.SetAction(async (parsed, _) =>
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(Scripts[parsed.GetRequiredValue(shell)]);
            return ExitCode.Good;
        });
        return command;
    }
}
