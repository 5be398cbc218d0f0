using System.Buffers.Text;
using System.Text;

namespace NewsBot.Commands.Following;

/// <summary>
/// Links that follow a topic: <c>t.me/YourBot?start=PAYLOAD</c> arrives as <c>/start PAYLOAD</c>. A payload is at most 64 of A-Z, a-z,
/// 0-9, _ and - (Bot API, deep linking), so a topic with other characters is written as t_ and its UTF-8 in base64url.
/// </summary>
internal static class DeepLink
{
    private const string Prefix = "t_";

    /// <summary>The topic that a payload names; the payload itself where it is not encoded.</summary>
    public static string TopicOf(string payload)
    {
        if (!payload.StartsWith(Prefix, StringComparison.Ordinal) || !Base64Url.IsValid(payload.AsSpan(Prefix.Length)))
        {
            return payload;
        }

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload.AsSpan(Prefix.Length)));
    }
}
