using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Articles;
using NewsBot.Hosting;
using NewsBot.Sources;

namespace NewsBot.Intake;

internal static class IntakeHosting
{
    /// <summary>
    /// From an entry of a feed to a stored article in its story. Needs the store, the <see cref="WorkerContext"/>, articles, stories, and
    /// the way to fetch a page as a <c>Func&lt;Uri, CancellationToken, Task&lt;FetchOutcome&gt;&gt;</c>.
    /// </summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<WorkSignal<Entry>>();
        services.TryAddSingleton<WorkSignal<Article>>();
        services.AddSingleton<EntryReader>();
        services.AddSingleton<ArticleBuilder>();
        services.AddSingleton<ArticleWriter>();
        services.AddWorker<ArticleReadingWorker>();
        return services;
    }
}
