using Soundoff.Cli.Folders;

namespace Soundoff.Tests.Cli;

public sealed class FoldersTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("it holds show.yaml", "radio/show.yaml", "radio/one/index.md")]
    [InlineData("episodes lie in it", "radio/one.md", "radio/two/index.md")]
    [InlineData("holds the shows \"a\", \"b\"", "radio/a/one.md", "radio/b/two.mp3")]
    [InlineData("holds the show \"a\"", "radio/README.md", "radio/a/show.yaml")]
    [InlineData("\"night-desk\" (from \"Night Desk\")", "radio/Night Desk/one.mp3")]
    [InlineData("is empty", "radio/.hidden")]
    public void A_folder_is_understood_and_it_is_said_how(string said, params string[] files)
    {
        foreach (var file in files) _folder.Write(file, "");
        Assert.Contains(said, UnderstoodFolder.Of(_folder.At("radio")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_editors_and_systems_leave_behind_is_no_upload()
    {
        foreach (var name in new[] { "one.md", "One.md~", ".one.md.swp", "#one.md#", "~$one.md", "one.md.tmp", "two.mp3.part", ".DS_Store", "Thumbs.db", ".git/config", "three/index.md", "three/.cache/x.md" })
            _folder.Write("radio/" + name, "");
        Assert.Equal(["radio/one.md", "radio/three/index.md"], new ShowFolder("radio", _folder.At("radio")).Files().Keys);
    }

    [Fact]
    public void Two_folders_of_one_address_are_one_show_and_the_other_is_named()
    {
        _folder.Write("radio/Night Desk/one.mp3", "");
        _folder.Write("radio/night-desk/two.mp3", "");
        var understood = UnderstoodFolder.Of(_folder.At("radio"));
        Assert.Single(understood.Shows);
        Assert.Contains("Left out, since their names give an address that is taken: night-desk", understood.Said, StringComparison.Ordinal);
    }
}
