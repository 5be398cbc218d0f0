using System.Text.Json.Nodes;
using NewsBot.Sandbox.Control;

namespace NewsBot.Sandbox.BotApi;

/// <summary>answerCallbackQuery.</summary>
internal sealed class CallbackMethods(SandboxWorld world, Presses presses)
{
    private const int MaxCharacters = 200;

    public JsonNode AnswerCallbackQuery(CallArguments arguments)
    {
        var text = arguments.Text("text");
        if (text?.Length > MaxCharacters)
        {
            throw CallRefusedException.BadRequest("MESSAGE_TOO_LONG");
        }
        var answered = presses.Answer(arguments.Text("callback_query_id") ?? "", text, arguments.Flag("show_alert"), world.Time.GetUtcNow())
            ?? throw CallRefusedException.BadRequest("query is too old and response timeout expired or query ID is invalid");
        world.Events.Publish(new SandboxEvent { Type = SandboxEvent.PressAnswered, ChatId = answered.ChatId, MessageId = answered.MessageId, Press = answered });
        return JsonValue.Create(true);
    }
}
