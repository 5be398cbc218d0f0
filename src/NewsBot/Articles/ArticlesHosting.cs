using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Articles.Pages;
using NewsBot.Articles.Stories;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Articles;

internal static class ArticlesHosting
{
    /// <summary>
    /// The reading of entries into articles. Needs the store, the <see cref="LoopContext"/>, and the way to fetch a page as a
    /// <c>Func&lt;Uri, CancellationToken, Task&lt;FetchOutcome&gt;&gt;</c>.
    /// </summary>
    public static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddOptions<ArticleOptions>().BindConfiguration(ArticleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Doorbell<Entry>>();
        services.TryAddSingleton<Doorbell<Article>>();
        services.AddSingleton<PageReader>();
        services.AddSingleton<EntryReader>();
        services.AddSingleton<ArticleIntake>();
        services.AddSingleton<StoryFiling>();
        services.AddSingleton<ArticleFiling>();
        services.AddHostedService<ArticleReadingLoop>();
        return services;
    }
}
