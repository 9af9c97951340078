using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;

namespace Soundoff.Cli.Letters;

/// <summary>Reads messages from files as the functions would read them, storing nothing. What only a store knows (blocks, older letters, titles) is not known.</summary>
public static class MailFiles
{
    /// <summary>Reads on all cores; results come in the order of the files, each as soon as it and all before it are ready.</summary>
    /// <param name="files">Paths. A message that came before in the list is a duplicate.</param>
    /// <param name="now">When a message without a date was received.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AggregateException">Files could not be read: holds <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</exception>
    public static IEnumerable<UnderstoodMail> Understand(IReadOnlyList<string> files, DateTimeOffset now, CancellationToken cancellation)
    {
        var seen = new HashSet<(string?, string)>();
        var messages = files.AsParallel().AsOrdered().WithCancellation(cancellation).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(file => Sorted.Of(file, now));
        foreach (var message in messages)
            yield return message.Understood(seen: !seen.Add((message.Match.Show, message.Key)));
    }

    /// <summary>
    /// The envelope as the server that delivered a message wrote it into its header; recipients are looked for there by whoever asks for them. An empty
    /// <c>Return-Path</c> in a file tells no sender: programs that store and pass on mail write it as well.
    /// </summary>
    public static Delivery EnvelopeOf(ReadMail mail, DateTimeOffset now) => new()
    {
        From = mail.Header("Return-Path")?.Trim(' ', '\t', '<', '>') is { Length: > 0 } path ? path : null,
        Received = mail.Date ?? now,
    };

    // What a message is but for those before it, which is found out alone.
    private sealed record Sorted(string File, ReadMail Mail, Delivery Delivery, Known Known, EpisodeMatch Match, Verdict Verdict, string Key)
    {
        public static Sorted Of(string file, DateTimeOffset now)
        {
            var mail = MailReader.Read(System.IO.File.ReadAllBytes(file));
            var delivery = EnvelopeOf(mail, now);
            var directory = AddressedShows.Of(mail, delivery);
            var known = new Known { Contacts = [.. directory.Shows.Select(show => show.Contact)] };
            return new(file, mail, delivery, known, EpisodeMatcher.Match(mail, delivery, directory), MailSorter.Sort(mail, delivery, known), LetterKey.Of(mail));
        }

        public UnderstoodMail Understood(bool seen) =>
            new(File, Mail, seen ? MailSorter.Sort(Mail, Delivery, Known with { Seen = true }) : Verdict, Match);
    }
}
