namespace NewsBot.Subscribers;

internal static class SubscribersHosting
{
    /// <summary>The settings of subscribers and of the bot's admins.</summary>
    public static IServiceCollection AddSubscribers(this IServiceCollection services)
    {
        services.AddOptions<SubscriberOptions>().BindConfiguration(SubscriberOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RoleOptions>().BindConfiguration(RoleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
