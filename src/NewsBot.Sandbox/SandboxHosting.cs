using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Sandbox.BotApi;
using NewsBot.Sandbox.ChatPage;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;
using NewsBot.Sandbox.Limits;
using NewsBot.Sandbox.Updates;
using Directory = NewsBot.Sandbox.Chats.Directory;

namespace NewsBot.Sandbox;

/// <summary>Puts a Sandbox into a web application: the Bot API at /bot{token}/…, the control API at /sandbox/…, the chat page at /.
/// The Bot API must stand at the root of its port, as clients keep only scheme and authority of its address.</summary>
public static class SandboxHosting
{
    /// <exception cref="ArgumentException">The token is not one of the Sandbox's own form.</exception>
    public static IServiceCollection AddSandbox(this IServiceCollection services, SandboxOptions options)
    {
        options.Validate();
        services.TryAddSingleton(TimeProvider.System);
        services.AddRouting();
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton(provider => new SandboxWorld(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<SandboxWorld>().Events);
        services.AddSingleton<Announcements>().AddSingleton<PersonActions>().AddSingleton<GroupActions>().AddSingleton<Presses>();
        services.AddSingleton<SendLimits>().AddSingleton<FaultPlan>().AddSingleton<Network>().AddSingleton<WebhookPost>().AddSingleton<WebhookReply>().AddSingleton<WebhookSender>();
        services.AddSingleton<SandboxFiles>().AddSingleton<ChatArgument>().AddSingleton<SendMethods>().AddSingleton<EditMethods>().AddSingleton<CallbackMethods>();
        services.AddSingleton<CommandMethods>().AddSingleton<ChatMethods>().AddSingleton<ProfileMethods>().AddSingleton<UpdateMethods>();
        services.AddSingleton(provider => new Lazy<MethodTable>(provider.GetRequiredService<MethodTable>));
        services.AddSingleton<MethodTable>().AddSingleton<BotApiEndpoints>().AddSingleton<ControlEndpoints>().AddSingleton<EventStream>();
        return services.AddSingleton(Populate);
    }

    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<BotApiEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<ControlEndpoints>().Map(routes);
        routes.ServiceProvider.GetRequiredService<EventStream>().Map(routes);
        ChatPageEndpoints.Map(routes);
        return routes;
    }

    private static Directory Populate(IServiceProvider provider)
    {
        var directory = new Directory(provider.GetRequiredService<SandboxWorld>(), provider.GetRequiredService<Announcements>());
        if (provider.GetRequiredService<SandboxOptions>().DemoPeople)
        {
            directory.AddDemoPeople();
        }
        return directory;
    }
}
