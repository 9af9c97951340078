using System.Collections.Frozen;

namespace Soundoff.Mail.Reading;

/// <summary>Endings and types of files that run, or that hold files that may.</summary>
internal static class RiskyFiles
{
    /// <summary>With their dot, lower case: programs and installers, scripts, shortcuts and settings that start programs, Office files with macros, archives and disc images.</summary>
    public static readonly FrozenSet<string> Endings = FrozenSet.ToFrozenSet(
    [
        ".exe", ".com", ".scr", ".pif", ".cpl", ".msi", ".msp", ".mst", ".msix", ".appx", ".dll", ".sys", ".drv", ".ocx", ".app", ".dmg", ".pkg", ".mpkg", ".deb", ".rpm", ".run", ".bin", ".apk", ".ipa", ".xapk",
        ".jar", ".war", ".jnlp", ".class", ".swf", ".xpi", ".crx", ".gadget", ".appimage", ".command", ".workflow", ".action", ".air",
        ".bat", ".cmd", ".ps1", ".ps1xml", ".psm1", ".psd1", ".psc1", ".vb", ".vbs", ".vbe", ".js", ".jse", ".mjs", ".ws", ".wsf", ".wsc", ".wsh", ".sct", ".hta", ".sh", ".bash", ".csh", ".ksh", ".zsh", ".py", ".pyc",
        ".pyw", ".pl", ".rb", ".php", ".asp", ".aspx", ".jsp", ".scpt", ".applescript", ".ahk", ".au3", ".lua",
        ".lnk", ".url", ".website", ".desktop", ".scf", ".inf", ".reg", ".msc", ".chm", ".hlp", ".library-ms", ".search-ms", ".settingcontent-ms", ".theme", ".themepack", ".rdp", ".application", ".appref-ms", ".iqy",
        ".slk", ".diagcab", ".wll", ".xll", ".one", ".svg", ".svgz", ".xht", ".shtml", ".mht", ".mhtml",
        ".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".potm", ".ppam", ".ppsm", ".sldm", ".ade", ".adp", ".mdb", ".mde", ".accdb", ".accde", ".pub",
        ".zip", ".zipx", ".rar", ".7z", ".gz", ".tgz", ".bz2", ".tbz", ".xz", ".txz", ".zst", ".lz", ".lzma", ".z", ".tar", ".cab", ".arj", ".lzh", ".lha", ".ace", ".uue", ".cpio", ".iso", ".img", ".udf", ".vhd",
        ".vhdx", ".vmdk", ".toast", ".cdr",
    ]);

    public static readonly FrozenSet<string> Types = FrozenSet.ToFrozenSet(
    [
        "application/zip", "application/x-zip-compressed", "application/x-zip", "application/x-rar-compressed", "application/vnd.rar", "application/x-rar", "application/x-7z-compressed", "application/gzip",
        "application/x-gzip", "application/x-tar", "application/x-bzip2", "application/x-compressed", "application/java-archive", "application/x-java-archive", "application/x-msdownload", "application/x-msdos-program",
        "application/x-dosexec", "application/vnd.microsoft.portable-executable", "application/x-executable", "application/x-sh", "application/x-shellscript", "text/x-shellscript", "application/javascript",
        "text/javascript", "application/x-javascript", "text/vbscript", "application/hta", "application/x-ms-shortcut", "application/x-iso9660-image", "application/x-apple-diskimage", "application/vnd.android.package-archive",
        "application/vnd.ms-word.document.macroenabled.12", "application/vnd.ms-excel.sheet.macroenabled.12", "application/vnd.ms-powerpoint.presentation.macroenabled.12", "image/svg+xml", "message/external-body",
    ]);
}
