using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Storage;
using NewsBot.Topics.Index;

namespace NewsBot.Topics;

internal static class TopicsHosting
{
    /// <summary>Matches articles against topics. Needs a store and a <see cref="LoopContext"/>.</summary>
    public static IServiceCollection AddTopics(this IServiceCollection services)
    {
        services.TryAddSingleton(typeof(Doorbell<>));
        return services
            .AddSingleton<TopicIndex>()
            .AddSingleton<TopicRoll>()
            .AddSingleton<ArticleMatching>()
            .AddSingleton<RecentMatches>()
            .AddHostedService<MatchingLoop>();
    }
}
