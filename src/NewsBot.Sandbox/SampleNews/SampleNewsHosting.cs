using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>Puts the sample news into a web application.</summary>
public static class SampleNewsHosting
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds <see cref="SampleNewsSite"/> and the service that publishes its pages in time. Takes the
    /// registered <see cref="TimeProvider"/>, else the system's.</summary>
    public static IServiceCollection AddSampleNews(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SampleNewsSite>();
        services.AddHostedService<SampleNewsPublisher>();
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, SampleNewsControlJson.Default));
        return services;
    }

    /// <summary>Maps the site (<c>GET /news</c>, <c>/news/feed.xml</c>, <c>/news/SLUG</c>) and its control
    /// (<c>GET</c> and <c>POST /sandbox/news</c>, <c>POST /sandbox/news/next</c>). Addresses in answers are absolute,
    /// on the host that was asked.</summary>
    public static IEndpointRouteBuilder MapSampleNews(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/news", Reading, SampleNewsEndpoints.Index);
        routes.MapMethods("/news/feed.xml", Reading, SampleNewsEndpoints.Feed);
        routes.MapMethods("/news/{slug}", Reading, SampleNewsEndpoints.Page);
        routes.MapMethods("/news/archive/{**headline}", Reading, SampleNewsEndpoints.NotPublished);
        routes.MapGet("/sandbox/news", SampleNewsEndpoints.List);
        routes.MapPost("/sandbox/news", SampleNewsEndpoints.PublishOwn);
        routes.MapPost("/sandbox/news/next", SampleNewsEndpoints.PublishNext);
        return routes;
    }
}
