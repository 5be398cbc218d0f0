using System.Text.Json.Nodes;
using NewsBot.Sandbox.BotApi;
using NewsBot.Sandbox.Chats;

namespace NewsBot.Sandbox.Control;

/// <summary>What the control API says of the world's own records.</summary>
internal static class Views
{
    public static ChatView Of(SandboxChat chat) => new(chat.Id, chat.Kind, chat.Title, chat.IsForum, chat.Standing, chat.MigratedTo,
        [.. chat.Members.Select(member => new MemberView(member.Key, member.Value))], [.. chat.Threads.Values]);

    public static MessageView Of(SandboxMessage message, SandboxOptions options) => new()
    {
        ChatId = message.ChatId,
        MessageId = message.Id,
        ThreadId = message.ThreadId,
        ReplyTo = message.ReplyTo,
        FromId = message.From?.Id ?? options.BotId,
        FromName = message.From?.Name ?? options.BotName,
        IsByBot = message.IsByBot,
        SentAt = message.SentAt,
        EditedAt = message.EditedAt,
        Text = message.Body.Text,
        Entities = message.Body.Entities,
        Buttons = message.Keyboard?["inline_keyboard"] is JsonArray rows ? [.. rows.Select(row => row!.AsArray().Select(Button).ToList())] : [],
        LinkPreview = message.LinkPreview is { } preview ? Preview(preview) : null,
        Content = message.Content?.Select(property => property.Key).FirstOrDefault(),
        File = message.Content?["document"] is JsonObject file && file["file_id"] is { } id ? new FileView($"{id}", $"{file["file_name"]}") : null,
        Service = message.Service?.Select(property => property.Key).FirstOrDefault(),
        IsForwarded = message.ForwardOrigin is not null,
    };

    private static ButtonView Button(JsonNode? button) =>
        new($"{button!["text"]}", button["callback_data"]?.GetValue<string>(), button["url"]?.GetValue<string>());

    private static LinkPreviewView Preview(JsonObject preview)
    {
        var fields = CallArguments.FromJson(preview);
        return new LinkPreviewView(
            fields.Text("url"), fields.Flag("is_disabled"), fields.Flag("prefer_small_media"), fields.Flag("prefer_large_media"), fields.Flag("show_above_text"));
    }
}
