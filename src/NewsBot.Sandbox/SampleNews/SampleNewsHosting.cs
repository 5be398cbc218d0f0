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
        var control = routes.MapGroup("/sandbox/news").AddEndpointFilter(LocalOnlyAsync);
        control.MapGet("", SampleNewsEndpoints.List);
        control.MapPost("", SampleNewsEndpoints.PublishOwn);
        control.MapPost("/next", SampleNewsEndpoints.PublishNext);
        return routes;
    }

    private static ValueTask<object?> LocalOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        LocalRequest.IsAllowed(context.HttpContext, context.HttpContext.RequestServices.GetService<SandboxOptions>() ?? new SandboxOptions())
            ? next(context)
            : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
}
