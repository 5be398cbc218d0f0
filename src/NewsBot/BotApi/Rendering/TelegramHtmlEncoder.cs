using System.Text;

namespace NewsBot.BotApi.Rendering;

/// <summary>The four characters that mean something to Telegram's HTML (Bot API, "HTML style").</summary>
internal static class TelegramHtmlEncoder
{
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>Bytes of UTF-8 that the character takes when it is escaped.</summary>
    public static int SizeOf(Rune rune) => rune.Value switch
    {
        '&' => 5,
        '<' or '>' => 4,
        '"' => 6,
        _ => rune.Utf8SequenceLength,
    };
}
