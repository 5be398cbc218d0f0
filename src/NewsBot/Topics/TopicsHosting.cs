using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Hosting;
using NewsBot.Topics.Index;

namespace NewsBot.Topics;

internal static class TopicsHosting
{
    /// <summary>Matches articles against topics. Needs a store and a <see cref="WorkerContext"/>.</summary>
    public static IServiceCollection AddTopics(this IServiceCollection services)
    {
        services.TryAddSingleton(typeof(WorkSignal<>));
        return services
            .AddSingleton<TopicIndex>()
            .AddSingleton<TopicIndexLoader>()
            .AddSingleton<ArticleMatcher>()
            .AddSingleton<RecentMatches>()
            .AddWorker<MatchingWorker>();
    }
}
