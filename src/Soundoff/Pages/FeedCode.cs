using System.Globalization;
using System.Text;
using QRCoder;

namespace Soundoff.Pages;

/// <summary>A feed's address as a QR code, so that a phone takes it from a screen.</summary>
internal static class FeedCode
{
    /// <summary>The code as SVG, black on white with the quiet zone that ISO/IEC 18004 asks for; the same address gives the same bytes.</summary>
    public static byte[] Svg(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var start = x;
                while (x < rows[y].Count && rows[y][x]) x++;
                if (x > start) path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}z");
            }
        }

        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{rows.Count}v{rows.Count}H0z\"/><path d=\"{path}\"/></svg>"));
    }
}
