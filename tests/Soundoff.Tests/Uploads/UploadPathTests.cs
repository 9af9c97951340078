using System.Text;
using Soundoff.Uploads;

namespace Soundoff.Tests.Uploads;

public class UploadPathTests
{
    [Theory]
    [InlineData("night-trains.mp3.srt", "night-trains", null)]
    [InlineData("x.wav.vtt", "x", null)]
    [InlineData("x.WAV.VTT", "x", null)]
    [InlineData("x.mp3.de.srt", "x", "de")]
    [InlineData("x.de.mp3.srt", "x", "de")]
    [InlineData("x.mov.json", "x", null)]
    [InlineData("x.m4a.chapters.txt", "x", null)]
    [InlineData("x.flac.jpg", "x", null)]
    [InlineData("x.mp3.webp", "x", null)]
    [InlineData("x.pt_BR.vtt", "x", "pt-br")]
    [InlineData("x.zh-Hant-TW.srt", "x", "zh-hant-tw")]
    [InlineData("x.es-419.srt", "x", "es-419")]
    [InlineData("x.eng.srt", "x", "en")]
    [InlineData("x.ger.transcript.txt", "x", "de")]
    [InlineData("x.qqz.srt", "x.qqz", null)]
    [InlineData("x.v2.srt", "x.v2", null)]
    [InlineData("x.de-XX.srt", "x.de-XX", null)]
    [InlineData("v1.2.vtt", "v1.2", null)]
    [InlineData("de.vtt", "de", null)]
    [InlineData("mp3.srt", "mp3", null)]
    [InlineData("x.wav.mp3", "x.wav", null)]
    [InlineData("x.de.md", "x.de", null)]
    public void A_name_gives_its_key_and_its_language(string name, string key, string? language)
    {
        var path = UploadPath.Parse($"show/{name}")!;

        Assert.Equal((key, language), (path.Key, path.Language));
    }

    [Theory]
    [InlineData("final.mix.srt", "final.mix.mp3", "final.mix", null)]
    [InlineData("final.mix.srt", "final.mp3", "final", "mix")]
    [InlineData("final.mix.srt", "final.mix/index.md", "final.mix", null)]
    [InlineData("final.mix.de.srt", "final.mix.mp3", "final.mix", "de")]
    [InlineData("x.wav.vtt", "x.wav.mp3", "x.wav", null)]
    [InlineData("x.wav.vtt", "x.mp3", "x", null)]
    [InlineData("x.mp3.md", "x.mp3", "x", null)]
    [InlineData("x.mp3.md", "x.m4a", "x.mp3", null)]
    [InlineData("harbour/final.mix.srt", "harbour/final.mix.mp3", "harbour", null)]
    [InlineData("harbour/episode.de.srt", "harbour/episode.mp3", "harbour", "de")]
    public void What_lies_beside_it_settles_what_a_name_leaves_open(string name, string beside, string key, string? language)
    {
        var settled = Siblings.Settle([UploadPath.Parse($"show/{name}")!, UploadPath.Parse($"show/{beside}")!]).First();

        Assert.Equal((key, language), (settled.Key, settled.Language));
    }

    [Theory]
    [InlineData("Zoë’s Café.mp3")]
    [InlineData("한국의 밤.mp3")]
    [InlineData("Ångström.mp3")]
    public void A_name_from_a_Mac_has_the_key_that_is_typed_elsewhere(string name)
    {
        var typed = UploadPath.Parse($"show/{name.Normalize(NormalizationForm.FormC)}")!;
        var mac = UploadPath.Parse($"show/{name.Normalize(NormalizationForm.FormD)}")!;

        Assert.NotEqual(typed.Name, mac.Name);
        Assert.Equal(typed.Episode, mac.Episode);
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("._night.mp3")]
    [InlineData("night.md~")]
    [InlineData("Thumbs.db")]
    [InlineData("thumbs.DB")]
    [InlineData("desktop.ini")]
    [InlineData("~$night.docx")]
    [InlineData("#night.md#")]
    [InlineData("night.mp3.part")]
    [InlineData("harbour/.DS_Store")]
    [InlineData("harbour/map.pdf~")]
    [InlineData("__MACOSX/night.mp3")]
    [InlineData("@eaDir/night.mp3")]
    [InlineData("Icon\r")]
    public void What_programs_leave_behind_is_passed_over_and_not_reported(string name)
    {
        Assert.Null(UploadPath.Parse($"show/{name}"));
        Assert.Null(UploadPath.Fault($"show/{name}"));
    }

    [Theory]
    [InlineData("show.yaml")]
    [InlineData("Show.yaml")]
    [InlineData("SHOW.YAML")]
    [InlineData("Cover.JPG")]
    [InlineData("COVER.jpeg")]
    [InlineData("cover.m4a")]
    [InlineData("Theme/mail/ack.text.liquid")]
    public void The_show_has_its_own_files_whatever_their_case(string name)
    {
        var path = UploadPath.Parse($"show/{name}")!;

        Assert.True(path.IsShowsOwn);
        Assert.Contains(UploadPath.OwnPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("shows.yaml", "shows")]
    [InlineData("cover-story.mp3", "cover-story")]
    [InlineData("cover.story.mp3", "cover.story")]
    [InlineData("themes/index.md", "themes")]
    public void A_name_that_only_begins_so_is_an_episode(string name, string key) => Assert.Equal(key, UploadPath.Parse($"show/{name}")!.Key);

    [Theory]
    [InlineData("Assets/night.md")]
    [InlineData("assets/night.md")]
    [InlineData("Rail Hour/night.md")]
    [InlineData("GROẞ/night.md")]
    [InlineData("🎉/night.md")]
    public void The_folder_that_is_proposed_for_a_wrong_one_is_right(string path)
    {
        var proposed = UploadPath.Fault(path)!.Value.Mend.Split('"')[1];

        Assert.NotNull(UploadPath.Parse($"{proposed}/night.md"));
    }

    [Fact]
    public void A_picture_called_cover_in_an_episodes_folder_is_its_artwork() => Assert.Equal(UploadRole.Artwork, UploadPath.Parse("show/harbour/cover.jpg")!.Role);

    [Fact]
    public void Files_of_a_key_take_from_shorter_ones_what_may_be_theirs() => Assert.Equal(["final.mix", "final"], UploadPath.Nested("final.mix"));
}
