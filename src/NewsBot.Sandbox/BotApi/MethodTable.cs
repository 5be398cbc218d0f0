using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.BotApi;

/// <summary>The methods the Sandbox knows, by name in any case.</summary>
internal sealed class MethodTable(
    SandboxWorld world, SendMethods send, EditMethods edit, CallbackMethods callback, CommandMethods commands, ChatMethods chats, ProfileMethods profile, UpdateMethods updates, SandboxFiles files)
{
    private readonly Dictionary<string, Func<CallArguments, CallAnswer>> methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["getMe"] = _ => CallAnswer.Done(profile.GetMe()),
        ["logOut"] = _ => CallAnswer.Done(true),
        ["close"] = _ => CallAnswer.Done(true),
        ["sendMessage"] = Result(send.SendMessage),
        ["sendDocument"] = Result(send.SendDocument),
        ["getFile"] = Result(files.GetFile),
        ["copyMessage"] = Result(send.CopyMessage),
        ["forwardMessage"] = Result(send.ForwardMessage),
        ["sendChatAction"] = Result(send.SendChatAction),
        ["editMessageText"] = Result(edit.EditMessageText),
        ["editMessageReplyMarkup"] = Result(edit.EditMessageReplyMarkup),
        ["deleteMessage"] = Result(edit.DeleteMessage),
        ["deleteMessages"] = Result(edit.DeleteMessages),
        ["answerCallbackQuery"] = Result(callback.AnswerCallbackQuery),
        ["setMyCommands"] = Result(commands.SetMyCommands),
        ["getMyCommands"] = Result(commands.GetMyCommands),
        ["deleteMyCommands"] = Result(commands.DeleteMyCommands),
        ["getChat"] = Result(chats.GetChat),
        ["getChatMember"] = Result(chats.GetChatMember),
        ["getChatMemberCount"] = Result(chats.GetChatMemberCount),
        ["getChatAdministrators"] = Result(chats.GetChatAdministrators),
        ["leaveChat"] = Result(chats.LeaveChat),
        ["setMyName"] = arguments => CallAnswer.Done(profile.Set("name", 64, arguments)),
        ["setMyDescription"] = arguments => CallAnswer.Done(profile.Set("description", 512, arguments)),
        ["setMyShortDescription"] = arguments => CallAnswer.Done(profile.Set("short_description", 120, arguments)),
        ["getMyName"] = arguments => CallAnswer.Done(profile.Get("name", arguments)),
        ["getMyDescription"] = arguments => CallAnswer.Done(profile.Get("description", arguments)),
        ["getMyShortDescription"] = arguments => CallAnswer.Done(profile.Get("short_description", arguments)),
        ["setChatMenuButton"] = Result(profile.SetChatMenuButton),
        ["getChatMenuButton"] = Result(profile.GetChatMenuButton),
        ["setWebhook"] = arguments => Described(updates.SetWebhook(arguments)),
        ["deleteWebhook"] = arguments => Described(updates.DeleteWebhook(arguments)),
        ["getWebhookInfo"] = _ => CallAnswer.Done(updates.GetWebhookInfo()),
    };

    /// <summary>Carries out one call; never throws for a refusal.</summary>
    public async Task<CallAnswer> CallAsync(string method, CallArguments arguments, CancellationToken cancellation)
    {
        try
        {
            if (method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
            {
                return CallAnswer.Done(await updates.GetUpdatesAsync(arguments, cancellation));
            }
            var call = methods.GetValueOrDefault(method) ?? throw CallRefusedException.MethodNotFound();
            lock (world.Gate)
            {
                return call(arguments);
            }
        }
        catch (CallRefusedException refusal)
        {
            return CallAnswer.Refused(refusal);
        }
    }

    private static Func<CallArguments, CallAnswer> Result(Func<CallArguments, JsonNode> method) => arguments => CallAnswer.Done(method(arguments));

    private static CallAnswer Described((JsonNode Result, string Description) answer) => CallAnswer.Done(answer.Result, answer.Description);
}
