using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Soundoff.Mail.Visiting;

namespace Soundoff.Functions;

/// <summary>Gives the engine's answers.</summary>
internal static class WebAnswers
{
    public static IActionResult Answer(this HttpRequest request, WebAnswer answer)
    {
        var response = request.HttpContext.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) response.Headers[name] = value;
        // Ranges, so that a recording can be heard from any place.
        return new FileContentResult(answer.Body, answer.Type) { EnableRangeProcessing = answer.Status == StatusCodes.Status200OK };
    }
}
