using System.Text;
using Microsoft.Extensions.Options;
using NewsBot.BotApi.Rendering;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Message = NewsBot.Messages.Message;
using TelegramMessage = Telegram.Bot.Types.Message;

namespace NewsBot.BotApi;

/// <summary>Sends through the Bot API. The client must not repeat by itself: when to send again is decided by the outbox.</summary>
internal sealed partial class TelegramMessenger(
    ITelegramBotClient client,
    IOptions<SendLimits> limits,
    ILogger<TelegramMessenger> logger) : IMessenger
{
    // Bot API, answerCallbackQuery.
    private const int MaxNotice = 200;

    private volatile bool tokenRefused;

    public Task<SendOutcome> SendAsync(ChatAddress to, Message message, CancellationToken cancellationToken)
    {
        var keyboard = Keyboards.Of(message);
        if (message.CopyOf is { } source)
        {
            return CopyAsync(CopyRequest(to, source, keyboard), cancellationToken);
        }

        if (message.File is { } file)
        {
            return WriteAsync("sendDocument", message, 0, (text, mode) => client.SendRequest(
                new SendDocumentRequest
                {
                    ChatId = to.ChatId,
                    MessageThreadId = to.ThreadId == 0 ? null : to.ThreadId,
                    Document = InputFile.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(file.Content)), file.Name),
                    Caption = text,
                    ParseMode = mode,
                    ReplyMarkup = keyboard,
                },
                cancellationToken));
        }

        return WriteAsync("sendMessage", message, 0, (text, mode) => client.SendRequest(
            new SendMessageRequest
            {
                ChatId = to.ChatId,
                MessageThreadId = to.ThreadId == 0 ? null : to.ThreadId,
                Text = text,
                ParseMode = mode,
                LinkPreviewOptions = Keyboards.PreviewOf(message),
                ReplyMarkup = keyboard,
                AllowPaidBroadcast = limits.Value.PaidBroadcast,
                ReplyParameters = message.ReplyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null,
            },
            cancellationToken));
    }

    public Task<SendOutcome> EditAsync(ChatAddress chat, int messageId, Message message, CancellationToken cancellationToken)
    {
        var keyboard = Keyboards.Of(message);
        return WriteAsync("editMessageText", message, messageId, (text, mode) => client.SendRequest(
            new EditMessageTextRequest
            {
                ChatId = chat.ChatId,
                MessageId = messageId,
                Text = text,
                ParseMode = mode,
                LinkPreviewOptions = Keyboards.PreviewOf(message),
                ReplyMarkup = keyboard,
            },
            cancellationToken));
    }

    public async Task<SendOutcome> ProbeAsync(CancellationToken cancellationToken)
    {
        using var call = new BotApiSpan("getMe");
        SendOutcome outcome;
        try
        {
            await client.SendRequest(new GetMeRequest(), cancellationToken);
            tokenRefused = false;
            outcome = new SendOutcome.Sent(0);
        }
        catch (RequestException exception)
        {
            outcome = Judge(exception, 0);
        }

        call.Ended(outcome);
        return outcome;
    }

    public async Task AnswerPressAsync(string pressId, string? notice, CancellationToken cancellationToken)
    {
        using var call = new BotApiSpan("answerCallbackQuery");
        try
        {
            var text = notice is null ? null : HtmlRenderer.Short(notice, MaxNotice);
            await client.SendRequest(new AnswerCallbackQueryRequest { CallbackQueryId = pressId, Text = text }, cancellationToken);
            call.Ended("Sent");
        }
        catch (RequestException exception)
        {
            // Mostly a press that waited longer than Telegram keeps it: the waiting sign has ended by itself.
            call.Ended(SendOutcomeClassifier.OutcomeOf(exception));
        }
    }

    public async Task<ReadOnlyMemory<byte>?> DownloadAsync(string fileId, int mostBytes, CancellationToken cancellationToken)
    {
        using var call = new BotApiSpan("getFile");
        try
        {
            var file = await client.SendRequest(new GetFileRequest { FileId = fileId }, cancellationToken);
            using var content = new MemoryStream();
            if (file.FilePath is { } path && file.FileSize <= mostBytes)
            {
                await client.DownloadFile(path, content, cancellationToken);
            }

            call.Ended("Sent");
            return content.Length is > 0 && content.Length <= mostBytes ? content.ToArray() : null;
        }
        catch (RequestException exception)
        {
            call.Ended(SendOutcomeClassifier.OutcomeOf(exception));
            return null;
        }
    }

    public Task<AdministratorCheck> CheckAdministratorAsync(long chatId, long userId, CancellationToken cancellationToken) =>
        new AdministratorLookup(client).CheckAsync(chatId, userId, cancellationToken);

    private CopyMessageRequest CopyRequest(ChatAddress to, MessageSource source, InlineKeyboardMarkup? keyboard) => new()
    {
        ChatId = to.ChatId,
        MessageThreadId = to.ThreadId == 0 ? null : to.ThreadId,
        FromChatId = source.ChatId,
        MessageId = source.MessageId,
        ReplyMarkup = keyboard,
        AllowPaidBroadcast = limits.Value.PaidBroadcast,
    };

    private async Task<SendOutcome> CopyAsync(CopyMessageRequest request, CancellationToken cancellationToken)
    {
        using var call = new BotApiSpan("copyMessage");
        SendOutcome outcome;
        try
        {
            outcome = OutcomeOf((await client.SendRequest(request, cancellationToken)).Id);
        }
        catch (RequestException exception)
        {
            outcome = Judge(exception, 0);
        }

        call.Ended(outcome);
        return outcome;
    }

    private async Task<SendOutcome> WriteAsync(
        string method, Message message, int editedMessageId, Func<string, ParseMode, Task<TelegramMessage>> request)
    {
        using var call = new BotApiSpan(method);
        SendOutcome outcome;
        try
        {
            outcome = OutcomeOf((await request(HtmlRenderer.Html(message), ParseMode.Html)).Id);
        }
        catch (RequestException exception) when (SendOutcomeClassifier.IsMarkupRefusal(exception))
        {
            MarkupRejectionCounter.Count(method);
            Log.MarkupRefused(logger, method, exception.Message);
            outcome = await WritePlainAsync(message, editedMessageId, request);
        }
        catch (RequestException exception)
        {
            outcome = Judge(exception, editedMessageId);
        }

        call.Ended(outcome);
        return outcome;
    }

    private async Task<SendOutcome> WritePlainAsync(
        Message message, int editedMessageId, Func<string, ParseMode, Task<TelegramMessage>> request)
    {
        try
        {
            return OutcomeOf((await request(HtmlRenderer.PlainText(message), ParseMode.None)).Id);
        }
        catch (RequestException exception)
        {
            return Judge(exception, editedMessageId);
        }
    }

    /// <summary>A success without a message id tells nothing that an edit could later rely on.</summary>
    private SendOutcome OutcomeOf(int messageId)
    {
        tokenRefused = false;
        return messageId > 0 ? new SendOutcome.Sent(messageId) : new SendOutcome.Unknown("The answer has no message id");
    }

    private SendOutcome Judge(RequestException exception, int editedMessageId)
    {
        if (SendOutcomeClassifier.IsTokenRefusal(exception) && !tokenRefused)
        {
            tokenRefused = true;
            Log.TokenRefused(logger, exception.Message);
        }

        return SendOutcomeClassifier.OutcomeOf(exception, editedMessageId);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram could not read the markup of a text ({Method}: {Why}); it is sent again as plain text")]
        public static partial void MarkupRefused(ILogger logger, string method, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refuses the bot's token ({Why}): nothing can be sent until it is right")]
        public static partial void TokenRefused(ILogger logger, string why);
    }
}
