using Soundoff.Mail.Matching;
using Soundoff.Mail.Reading;
using Soundoff.Mail.Sorting;
using Soundoff.Texts;

namespace Soundoff.Cli.Letters;

/// <summary>A message in a file, as it would be understood if it came by mail.</summary>
/// <param name="File">The path as it was given.</param>
/// <param name="Mail">What it says.</param>
/// <param name="Verdict">What it is, and by which rule.</param>
/// <param name="Match">Which episode it is about, and by which rule.</param>
public sealed record UnderstoodMail(string File, ReadMail Mail, Verdict Verdict, EpisodeMatch Match)
{
    /// <summary>The class by the name it has everywhere: <c>letter</c>, <c>bounce</c>, <c>automatic</c> …</summary>
    public string Class => EnumName.Of(Verdict.Class);
}
