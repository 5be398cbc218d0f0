using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;

namespace NewsBot.Sandbox.BotApi;

/// <summary>The kinds of https://core.telegram.org/bots/api#chatmember.</summary>
internal static class MemberJson
{
    private static readonly string[] Rights =
    [
        "can_be_edited", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members",
        "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_post_messages", "can_edit_messages",
        "can_pin_messages", "can_manage_topics", "can_manage_direct_messages", "can_manage_tags",
    ];

    /// <param name="role">Null for somebody who is not in the chat.</param>
    public static JsonObject Of(JsonObject user, MemberRole? role) => role switch
    {
        null => new JsonObject { ["user"] = user, ["status"] = "left" },
        MemberRole.Owner => new JsonObject { ["user"] = user, ["status"] = "creator", ["is_anonymous"] = false },
        MemberRole.Administrator => Administrator(user),
        _ => new JsonObject { ["user"] = user, ["status"] = "member" },
    };

    public static JsonObject OfBot(JsonObject bot, SandboxChat chat) => chat.Standing switch
    {
        BotStanding.Kicked or BotStanding.Blocked => new JsonObject { ["user"] = bot, ["status"] = "kicked", ["until_date"] = 0 },
        BotStanding.Active => Of(bot, chat.IsBotAdministrator ? MemberRole.Administrator : MemberRole.Member),
        BotStanding.Restricted => Of(bot, MemberRole.Member),
        _ => Of(bot, null),
    };

    private static JsonObject Administrator(JsonObject user)
    {
        var json = new JsonObject { ["user"] = user, ["status"] = "administrator", ["is_anonymous"] = false };
        foreach (var right in Rights)
        {
            json[right] = right != "can_be_edited";
        }
        return json;
    }
}
