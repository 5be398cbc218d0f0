using NewsBot.Sandbox.Chats;

namespace NewsBot.Sandbox.BotApi;

/// <summary>chat_id, and whether the bot may write there, with Telegram's words for each refusal.</summary>
internal sealed class ChatArgument(SandboxWorld world)
{
    public SandboxChat Read(CallArguments arguments, string name = "chat_id")
    {
        if (arguments.Text(name) is null or "")
        {
            throw CallRefusedException.BadRequest($"{name} is empty");
        }
        return arguments.Number(name) is { } id && world.Chats.GetValueOrDefault(id) is { } chat && !IsGone(chat)
            ? chat
            : throw CallRefusedException.BadRequest("chat not found");
    }

    public static void RequireWritable(SandboxChat chat)
    {
        switch (chat.Standing)
        {
            case BotStanding.NeverStarted:
                throw CallRefusedException.Forbidden("bot can't initiate conversation with a user");
            case BotStanding.Blocked:
                throw CallRefusedException.Forbidden("bot was blocked by the user");
            case BotStanding.Deactivated:
                throw CallRefusedException.Forbidden("user is deactivated");
            case BotStanding.Kicked:
                throw CallRefusedException.Forbidden($"bot was kicked from the {Noun(chat)} chat");
            case BotStanding.Left:
                throw CallRefusedException.Forbidden($"bot is not a member of the {Noun(chat)} chat");
            case BotStanding.Deleted:
                throw CallRefusedException.Forbidden("the group chat was deleted");
            case BotStanding.Migrated:
                throw CallRefusedException.Migrated(chat.MigratedTo ?? 0);
            case BotStanding.Restricted:
                throw CallRefusedException.BadRequest(chat.Kind == ChatKind.Channel
                    ? "need administrator rights in the channel chat"
                    : "not enough rights to send text messages to the chat");
            default:
                break;
        }
    }

    /// <summary>The thread to write to; null outside of threads.</summary>
    public static int? ReadThread(CallArguments arguments, SandboxChat chat)
    {
        if (arguments.SmallNumber("message_thread_id") is not { } id || id == 0)
        {
            return null;
        }
        return chat.Threads.TryGetValue(id, out var thread) && thread.IsOpen
            ? id
            : throw CallRefusedException.BadRequest("message thread not found");
    }

    // A deleted basic group still has a name to its error; anything else deleted is as if it had never been.
    private static bool IsGone(SandboxChat chat) => chat is { Standing: BotStanding.Deleted, Kind: not ChatKind.Group };

    private static string Noun(SandboxChat chat) => chat.Kind switch
    {
        ChatKind.Supergroup => "supergroup",
        ChatKind.Channel => "channel",
        _ => "group",
    };
}
