using Azure;
using Azure.Identity;

namespace Soundoff.Operations;

/// <summary>What a failed request to storage means, for whoever made it.</summary>
public static class StorageFailures
{
    /// <summary>One sentence of what is wrong and one of what to do about it.</summary>
    /// <param name="failure">As the storage clients throw it: <see cref="RequestFailedException"/>, an <see cref="AggregateException"/> of them after several tries, or <see cref="AuthenticationFailedException"/>.</param>
    /// <param name="emulated">Whether the account is an emulator's.</param>
    public static (string What, string Mend) Explain(Exception failure, bool emulated)
    {
        var cause = failure is AggregateException { InnerExceptions: [.., var last] } ? last : failure;
        return cause switch
        {
            AuthenticationFailedException => ("nobody is signed in to Azure here.", "Sign in with 'az login', or name the account by a connection string."),
            RequestFailedException { Status: 0 } when emulated => ("nothing answers.", "Start 'soundoff serve', or say with --storage which storage is meant."),
            RequestFailedException { Status: 0 } => ("nothing answers.", "Check the account's name, and that its network rules let this machine in."),
            RequestFailedException { ErrorCode: "InvalidHeaderValue" } when emulated =>
                ("the emulator is older than the storage clients.", "Start it with --skipApiVersionCheck, or let 'soundoff serve' start it."),
            RequestFailedException { Status: 401 or 403, ErrorCode: "AuthorizationPermissionMismatch" or "InsufficientAccountPermissions" } =>
                ("whoever is signed in here has not the role for it.", "Assign Storage Blob Data Contributor, Storage Queue Data Contributor and Storage Table Data Contributor on the account; new roles take some minutes."),
            RequestFailedException { Status: 401 or 403 } refused =>
                ($"the request was refused ({refused.ErrorCode ?? "403"}).", "Check the key in the connection string, the network rules of the account and this machine's clock; accounts without shared keys are named by their name alone."),
            RequestFailedException { Status: 404 } missing =>
                ($"something is missing there ({missing.ErrorCode}).", "Run 'soundoff doctor': it says what, and how to make it."),
            RequestFailedException other => ($"the request failed ({other.Status} {other.ErrorCode}).", "Try again; if it stays, run 'soundoff doctor'."),
            _ => (cause.Message.Split('\n')[0].TrimEnd('.') + ".", "Try again; if it stays, run 'soundoff doctor'."),
        };
    }
}
