namespace NewsBot.Stories;

internal static class StoriesHosting
{
    /// <summary>The grouping of articles into stories.</summary>
    public static IServiceCollection AddStories(this IServiceCollection services)
    {
        services.AddOptions<StoryOptions>().BindConfiguration(StoryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<StoryAssigner>();
    }
}
