using System.Text.Json;
using Soundoff.Fields;
using Soundoff.Notes;
using Soundoff.Shows;

namespace Soundoff.Tests.Notes;

public class SchemasTests
{
    public static IEnumerable<TheoryDataRow<string, string>> EpisodeExamples => Examples(Schemas.Episode);

    public static IEnumerable<TheoryDataRow<string, string>> ShowExamples => Examples(Schemas.Show);

    // JSON is YAML too, so an example of the schema is a field as a publisher may write it.
    [Theory]
    [MemberData(nameof(EpisodeExamples))]
    public void Every_field_of_front_matter_is_read(string key, string example)
    {
        var reading = MarkdownNotes.Read("a.md", $"---\n{key}: {example}\n---\n");

        Assert.Empty(reading.Problems);
        Assert.NotEqual(FactsJson.Of(MarkdownNotes.Read("a.md", "---\n---\n")), FactsJson.Of(reading));
    }

    [Theory]
    [MemberData(nameof(ShowExamples))]
    public void Every_field_of_a_show_is_read(string key, string example)
    {
        // A show in another language than the default, so that the language, too, is seen to be read.
        var others = key == "language" ? "" : "\nlanguage: en";
        var reading = ShowFile.Read("show.yaml", $"{key}: {example}{others}", "night");

        Assert.Empty(reading.Problems);
        Assert.NotEqual(FactsJson.Of(ShowFile.Read("show.yaml", "language: en", "night")), FactsJson.Of(reading));
    }

    [Fact]
    public void A_reader_cannot_ask_for_what_the_schema_does_not_list()
    {
        var fields = new FieldReader("a.md", new YamlMap([], 1), Schemas.EpisodeFields, []);

        Assert.Throws<ArgumentException>(() => fields.Text("slug"));
    }

    [Fact]
    public void Both_schemas_are_draft_2020_12_and_describe_every_field()
    {
        foreach (var schema in new[] { Schemas.Episode, Schemas.Show })
        {
            using var document = JsonDocument.Parse(schema);
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", document.RootElement.GetProperty("$schema").GetString());
            Assert.All(document.RootElement.GetProperty("properties").EnumerateObject(), p => Assert.NotEmpty(p.Value.GetProperty("description").GetString()!));
        }
    }

    private static IEnumerable<TheoryDataRow<string, string>> Examples(ReadOnlyMemory<byte> schema)
    {
        using var document = JsonDocument.Parse(schema);
        return [.. from property in document.RootElement.GetProperty("properties").EnumerateObject()
                   from example in property.Value.GetProperty("examples").EnumerateArray()
                   select new TheoryDataRow<string, string>(property.Name, example.GetRawText())];
    }
}
