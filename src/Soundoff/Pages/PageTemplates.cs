using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using Soundoff.Languages;
using Soundoff.Pages.Views;
using Soundoff.Texts;

namespace Soundoff.Pages;

/// <summary>
/// The embedded Liquid templates, parsed once. They see the members of the views and nothing else, a name that no view has is an error, and
/// every text is encoded unless it is a <see cref="SafeHtml"/>. Safe for concurrent use.
/// </summary>
internal static class PageTemplates
{
    private static readonly Type[] Views =
    [
        typeof(PageView), typeof(HeadView), typeof(FeedView), typeof(ShareView), typeof(ShowView), typeof(FollowView), typeof(AppView), typeof(LicenseView), typeof(ContactView), typeof(LinkView), typeof(ImageView),
        typeof(DateView), typeof(LengthView), typeof(EpisodeView), typeof(PlayerView), typeof(DownloadView), typeof(PersonView), typeof(MomentView), typeof(TranscriptView),
        typeof(PassageView), typeof(SourceView), typeof(LetterView), typeof(EntryView), typeof(HomeView), typeof(CountView), typeof(ListView), typeof(YearView), typeof(MonthView), typeof(NamesView), typeof(LetterGroupView), typeof(SearchView), typeof(RootView), typeof(ShowCardView),
        typeof(NoticeView), typeof(LostView), typeof(LostShowView), typeof(Words), typeof(SiteWords), typeof(DeskWords), typeof(FormWords), typeof(ReviewView), typeof(FactView), typeof(FileView), typeof(ChoiceView), typeof(ChangeView),
        typeof(ContactFormView), typeof(OpenView), typeof(PostView), typeof(PlayerWords), typeof(CaptionsView), typeof(EmbedView), typeof(SharingView), typeof(FrameView),
    ];

    // Most pages fit, in bytes.
    private const int InitialCapacity = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Letters of all scripts stay themselves, which UTF-8 carries shortest.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly TemplateOptions Options = MakeOptions();

    private static readonly IFluidTemplate Layout = Parse("layout");

    /// <summary>The page as UTF-8.</summary>
    public static byte[] Render(PageView page)
    {
        using var bytes = new MemoryStream(InitialCapacity);
        using (var text = new StreamWriter(bytes, Utf8, leaveOpen: true))
        {
            // Nothing here waits: the writer is in memory, and views hold values.
            Layout.RenderAsync(text, new TemplateContext(page, Options), Encoder).AsTask().GetAwaiter().GetResult();
        }

        return bytes.ToArray();
    }

    private static IFluidTemplate Parse(string name)
    {
        using var source = new StreamReader(Options.FileProvider.GetFileInfo(name + ".liquid").CreateReadStream());
        return new FluidParser().Parse(source.ReadToEnd());
    }

    private static TemplateOptions MakeOptions()
    {
        var options = new TemplateOptions { FileProvider = new TemplateFiles(), StrictFilters = true, CultureInfo = CultureInfo.InvariantCulture };
        options.MemberAccessStrategy.IgnoreCasing = true;
        foreach (var view in Views) options.MemberAccessStrategy.Register(view);
        options.Undefined = name => throw new InvalidOperationException($"A template asks for \"{name}\", which no view has.");
        options.ValueConverters.Add(value => value switch
        {
            SafeHtml html => new StringValue(html.Value, encode: false),
            string text => new StringValue(SafeText.Clean(text)),
            _ => null,
        });
        return options;
    }
}
