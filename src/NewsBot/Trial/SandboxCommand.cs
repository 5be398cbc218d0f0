using NewsBot.CommandLine;
using NewsBot.Sandbox;
using NewsBot.Sandbox.SampleNews;
using NewsBot.Web;

namespace NewsBot.Trial;

/// <summary><c>newsbot sandbox</c>: the Sandbox and the sample news alone, for a service in another process.</summary>
internal static class SandboxCommand
{
    private const string FollowPrefix = "subscribe:";

    public static async Task<int> RunAsync(WebApplicationBuilder builder)
    {
        var web = builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        builder.Services.AddSandbox(new SandboxOptions()).AddSampleNews();
        await using var application = builder.Build();
        application.MapSandbox();
        application.MapSampleNews();
        PublishWhatReadersType(application.Services);
        application.Lifetime.ApplicationStarted.Register(() => Announce(web.Url));
        return await ServiceHost.ServeAsync(application, web.Url);
    }

    private static void Announce(string url)
    {
        Console.WriteLine($"The Sandbox is at {url}: a chat page, a Bot API and sample news.");
        Console.WriteLine($"Start NewsBot with Telegram__Token={new SandboxOptions().Token} Telegram__ApiUrl={url} Sources__Feeds__0={url}/news/feed.xml Sources__AllowPrivateNetworks=true Sources__MinimumInterval=00:00:02 Sources__MaximumInterval=00:00:04");
    }

    /// <summary>Makes the sample news site write about what people type on the chat page.</summary>
    public static void PublishWhatReadersType(IServiceProvider services)
    {
        var site = services.GetRequiredService<SampleNewsSite>();
        var world = services.GetRequiredService<SandboxWorld>();
        world.TextTyped += typed => site.PersonTyped(typed.Text);
        world.ButtonPressed += data =>
        {
            // The suggestions of /start and /subscribe name their topic; other buttons have its number.
            if (data.StartsWith(FollowPrefix, StringComparison.Ordinal) && !data.StartsWith($"{FollowPrefix}#", StringComparison.Ordinal))
            {
                site.TopicFollowed(data[FollowPrefix.Length..]);
            }
        };
    }
}
