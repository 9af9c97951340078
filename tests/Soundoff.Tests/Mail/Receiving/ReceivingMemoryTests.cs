using Microsoft.Extensions.DependencyInjection;
using Soundoff.Mail.Receiving;
using Soundoff.Tests.Storage;

namespace Soundoff.Tests.Mail.Receiving;

/// <summary>Measures the whole process: nothing else may run beside it.</summary>
[CollectionDefinition(nameof(ReceivingMemoryTests), DisableParallelization = true)]
public sealed class AloneDefinition;

[Collection(nameof(ReceivingMemoryTests))]
public class ReceivingMemoryTests(AzuriteFixture azurite)
{
    private const int Megabyte = 1024 * 1024;
    private const int Size = 30 * Megabyte;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_of_30_MB_never_sits_in_memory(bool raw)
    {
        var room = await Mailroom.CreateAsync(azurite.NewAccount());
        var message = LargeMessage();
        await room.PostSignedAsync(Post(message, raw));
        var request = Post(message, raw).Sign(room.Key, room.Clock.Now.AddSeconds(1)).ToRequest();
        message = null;

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal(200, await room.Services.GetRequiredService<InboundMail>().ReceiveAsync(request, TestContext.Current.CancellationToken));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{allocated / (double)Megabyte:0.0} MB allocated for {Size / Megabyte} MB.");
        Assert.True(allocated < Size / 2, $"{allocated / Megabyte} MB were allocated for a message of {Size / Megabyte} MB: something holds it whole.");
    }

    private static InboundPost Post(byte[] message, bool raw) => raw ? InboundPost.Raw(message) : InboundPost.Default(message);

    private static byte[] LargeMessage()
    {
        var content = Convert.ToBase64String(new byte[Size * 3 / 4], Base64FormattingOptions.InsertLineBreaks);
        var headers = "From: ana@example.com\r\nSubject: A long memo\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nListen.\r\n"
            + "--b\r\nContent-Type: audio/wav; name=memo.wav\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=memo.wav\r\n\r\n";
        return System.Text.Encoding.ASCII.GetBytes($"{headers}{content}\r\n--b--\r\n");
    }
}
