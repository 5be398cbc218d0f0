using NewsBot.Outbox.Sending;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.BotApi;

/// <summary>Asks Telegram whether somebody is an administrator of a chat.</summary>
internal sealed class AdministratorLookup(ITelegramBotClient client)
{
    /// <summary>Never throws for what Telegram or the network answers.</summary>
    public async Task<AdministratorCheck> CheckAsync(long chatId, long userId, CancellationToken cancellationToken)
    {
        var (member, refusal) = await AskAsync(new GetChatMemberRequest { ChatId = chatId, UserId = userId }, cancellationToken);
        if (member is not null)
        {
            return Answer(IsAdministrator(member));
        }

        if (refusal is not ApiRequestException { ErrorCode: 400 } refused)
        {
            return CouldNotTell(refusal);
        }

        if (SaysNotAMember(refused))
        {
            return Answer(false);
        }

        // A group may hide its members ("CHAT_ADMIN_REQUIRED", "member list is inaccessible") and still show its administrators.
        var (administrators, second) = await AskAsync(new GetChatAdministratorsRequest { ChatId = chatId }, cancellationToken);
        return administrators is not null ? Answer(administrators.Any(administrator => administrator.User.Id == userId))
            : second is ApiRequestException { ErrorCode: 400 } ? new AdministratorCheck(AdministratorStatus.MembersHidden)
            : CouldNotTell(second);
    }

    private static AdministratorCheck Answer(bool isAdministrator) =>
        new(isAdministrator ? AdministratorStatus.Administrator : AdministratorStatus.NotAdministrator);

    private static AdministratorCheck CouldNotTell(RequestException? refusal) => new(
        AdministratorStatus.Unknown,
        refusal is ApiRequestException { Parameters.RetryAfter: > 0 and var seconds } ? TimeSpan.FromSeconds(seconds) : null);

    private static bool IsAdministrator(ChatMember member) => member.Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;

    private static bool SaysNotAMember(ApiRequestException refused) =>
        refused.Message.Contains("user not found", StringComparison.OrdinalIgnoreCase)
        || refused.Message.Contains("member not found", StringComparison.OrdinalIgnoreCase)
        || refused.Message.Contains("PARTICIPANT_ID_INVALID", StringComparison.OrdinalIgnoreCase)
        || refused.Message.Contains("USER_NOT_PARTICIPANT", StringComparison.OrdinalIgnoreCase);

    private async Task<(TResponse? Response, RequestException? Refusal)> AskAsync<TResponse>(
        Telegram.Bot.Requests.Abstractions.IRequest<TResponse> request, CancellationToken cancellationToken)
        where TResponse : class
    {
        using var call = new BotApiSpan(request.MethodName);
        try
        {
            var response = await client.SendRequest(request, cancellationToken);
            call.Ended("Sent");
            return (response, null);
        }
        catch (RequestException exception)
        {
            call.Ended(SendOutcomeClassifier.OutcomeOf(exception));
            return (null, exception);
        }
    }
}
