using System.Runtime.CompilerServices;
using System.Text;

namespace Soundoff.Tests;

/// <summary>As every host of the engine does at its start: which test uses MimeKit first decides nothing.</summary>
internal static class Charsets
{
    [ModuleInitializer]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
