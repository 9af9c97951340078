using System.Text.Json.Serialization;
using Azure;
using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;

namespace Soundoff.Mail.Receiving;

/// <summary>How a kept message came to be.</summary>
public enum MailForm
{
    /// <summary>As it came over SMTP.</summary>
    Raw,

    /// <summary>Made again from the fields the provider had taken it apart into.</summary>
    Rebuilt,

    /// <summary>No message at all: the body of the request as it came, for a person to look at.</summary>
    Unreadable,
}

/// <summary>A message kept in storage: its bytes beside it, under the same id.</summary>
public sealed record KeptMail
{
    /// <summary>
    /// <c>{yyyy-MM-dd}-{32 hex digits}</c>: the day (UTC) it was received and a hash of envelope and bytes, so that a message posted again the same
    /// day has the same id. Fit for a row key, a blob name and a log.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>How its bytes came to be.</summary>
    public required MailForm Form { get; init; }

    /// <summary>What the provider says of it.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The author's name, when a form asked for it: a message without an address has no place for it. Else null.</summary>
    public string? Name { get; init; }

    /// <summary>Where the author is from, when a form asked for it; else null.</summary>
    public string? Place { get; init; }

    /// <summary>The show whose form it was written into: several may share an address. Null for mail.</summary>
    public string? Show { get; init; }

    /// <summary>For <see cref="MailForm.Unreadable"/>, the content type of the request; else null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Which show and episode it is about, once that has been decided; kept beside the facts, which never change.</summary>
    [JsonIgnore]
    public EpisodeMatch? Match { get; init; }

    /// <summary>The version of facts and decision that was read.</summary>
    [JsonIgnore]
    internal ETag Version { get; init; }
}
