using NewsBot.Commands.Broadcasting;
using NewsBot.Commands.Following;
using NewsBot.Commands.Pausing;
using NewsBot.Commands.Reading;
using NewsBot.Commands.Sourcing;
using NewsBot.Hosting;

namespace NewsBot.Commands;

internal static class CommandsHosting
{
    /// <summary>Every command, in the order in which the menu and /help list them, and the workers of those that take long.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddOptions<CommandOptions>().BindConfiguration(CommandOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<CommandLimits>()
            .AddWorker<ErasureWorker>()
            .AddSingleton<ICommand, SubscribeCommand>()
            .AddSingleton<ICommand, UnsubscribeCommand>()
            .AddSingleton<ICommand, TopicsCommand>()
            .AddSingleton<ICommand, LevelCommand>()
            .AddSingleton<ICommand, PreviewCommand>()
            .AddSingleton<ICommand, LatestCommand>()
            .AddSingleton<ICommand, WhyCommand>()
            .AddSingleton<ICommand, PauseCommand>()
            .AddSingleton<ICommand, ResumeCommand>()
            .AddSingleton<ICommand, AnnouncementsCommand>()
            .AddSingleton<ICommand, StartCommand>()
            .AddSingleton<ICommand, HelpCommand>()
            .AddSingleton<ICommand, PrivacyCommand>()
            .AddSingleton<ICommand, DeleteMeCommand>()
            .AddSingleton<ICommand, StatsCommand>()
            .AddSingleton<ICommand, AddSourceCommand>()
            .AddSingleton<AddSourceCallback>()
            .AddSingleton<ICommand, SourcesCommand>()
            .AddSingleton<ICommand, SourceCommand>()
            .AddSingleton<ICommand, ImportSourcesCommand>()
            .AddSingleton<ICommand, ExportSourcesCommand>()
            .AddSingleton<ICommand, BroadcastCommand>()
            .AddSingleton<ICommand, BroadcastsCommand>()
            .AddSingleton<BroadcastCallback>()
            .AddSingleton<ICommand, PlainTextCommand>()
            .AddSingleton<ICommand, VolumeCommand>()
            .AddSingleton<CommandTable>()

            // Help lists the table that it stands in.
            .AddSingleton(services => new Lazy<CommandTable>(services.GetRequiredService<CommandTable>))
            .AddSingleton<CommandPermission>()
            .AddSingleton<IncomingHandler>()
            .AddWorker<DiscoveryWorker>()
            .AddWorker<ImportWorker>();
    }
}
