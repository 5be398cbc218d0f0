using System.Text;
using NewsBot.Messages;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;
using Message = NewsBot.Messages.Message;

namespace NewsBot.BotApi.Rendering;

/// <summary>What stands below the text of a message: its buttons and the preview of its link.</summary>
internal static class Keyboards
{
    // Longer labels are cut by the applications on a narrow screen anyway.
    private const int MaximumLabel = 64;

    /// <summary>The buttons, or null where there is none. A button to an address that may not be linked to is left out.</summary>
    /// <exception cref="ArgumentException">A button's data is missing or too long: a bug of whoever made it.</exception>
    public static InlineKeyboardMarkup? Of(Message message)
    {
        var rows = message.Rows
            .Select(row => row.Select(ButtonOf).OfType<InlineKeyboardButton>().ToArray())
            .Where(row => row.Length > 0)
            .ToArray();
        return rows.Length > 0 ? new InlineKeyboardMarkup(rows) : null;
    }

    public static LinkPreviewOptions PreviewOf(Message message) => WebAddress.TryRead(message.PreviewAddress, out var link)
        ? new LinkPreviewOptions { Url = link, PreferSmallMedia = true }
        : new LinkPreviewOptions { IsDisabled = true };

    private static InlineKeyboardButton? ButtonOf(Button button)
    {
        var label = HtmlRenderer.Short(button.Label, MaximumLabel);
        if (button.Address is not null)
        {
            return WebAddress.TryRead(button.Address, out var link) ? InlineKeyboardButton.WithUrl(label, link) : null;
        }

        if (string.IsNullOrEmpty(button.Data) || Encoding.UTF8.GetByteCount(button.Data) > Button.MaxDataBytes)
        {
            throw new ArgumentException($"The data of a button must be 1 to {Button.MaxDataBytes} bytes: '{button.Data}'", nameof(button));
        }

        return InlineKeyboardButton.WithCallbackData(label, button.Data);
    }
}
