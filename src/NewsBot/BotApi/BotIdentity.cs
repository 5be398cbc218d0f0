namespace NewsBot.BotApi;

/// <summary>Who the bot is, once Telegram has told.</summary>
internal sealed class BotIdentity
{
    private readonly TaskCompletionSource known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile BotAccount? account;

    /// <summary>Null until Telegram has told.</summary>
    public BotAccount? Account => account;

    public async Task<BotAccount> WhenKnownAsync(CancellationToken cancellationToken)
    {
        await known.Task.WaitAsync(cancellationToken);
        return account!;
    }

    public void Learn(BotAccount told)
    {
        account = told;
        known.TrySetResult();
    }
}

/// <summary>The bot's account.</summary>
/// <param name="Id">Its user id.</param>
/// <param name="Username">Its name without the @, as in commands of groups: /list@Username.</param>
internal sealed record BotAccount(long Id, string Username);
