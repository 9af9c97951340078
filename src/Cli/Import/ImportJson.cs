namespace Soundoff.Cli.Import;

/// <summary>The output of <c>soundoff import --json</c>: one object for each show.</summary>
internal static class ImportJson
{
    public static string Line(ImportReport report) => JsonOutput.Line(new
    {
        report.Title,
        report.Folder,
        New = report.Count(ItemFate.New),
        Updated = report.Count(ItemFate.Updated),
        Unchanged = report.Count(ItemFate.Unchanged),
        Yours = report.Count(ItemFate.Yours),
        report.Bytes,
        report.BrokeOff,
        report.Missing,
        NotTaken = report.Fields,
    });
}
