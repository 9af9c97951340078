using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Soundoff.Pages;

/// <summary>The templates inside the assembly, as Fluid looks for them.</summary>
internal sealed class TemplateFiles : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) => new TemplateFile(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class TemplateFile(string name) : IFileInfo
    {
        private const string Prefix = "Soundoff.Templates.";

        public bool Exists => typeof(TemplateFile).Assembly.GetManifestResourceInfo(Prefix + name) is not null;

        public long Length => -1;

        public string? PhysicalPath => null;

        public string Name => name;

        // One time for all: what is embedded never changes, so a parsed template is never parsed again.
        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() =>
            typeof(TemplateFile).Assembly.GetManifestResourceStream(Prefix + name) ?? throw new FileNotFoundException($"There is no template {name}.");
    }
}
