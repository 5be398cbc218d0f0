namespace NewsBot.Articles;

internal static class ArticlesHosting
{
    /// <summary>The reading of news pages, and the settings of articles.</summary>
    public static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddOptions<ArticleOptions>().BindConfiguration(ArticleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PageReader>();
        return services;
    }
}
