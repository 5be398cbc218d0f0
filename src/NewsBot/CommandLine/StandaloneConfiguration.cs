using System.CommandLine;

namespace NewsBot.CommandLine;

/// <summary>The settings for commands that ask something and end: building the host of the service would take longer than they do.</summary>
internal static class StandaloneConfiguration
{
    /// <summary>appsettings.json beside the program, then the environment, then --set.</summary>
    public static IConfiguration Read(ParseResult parsed) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(CommandTree.Overrides(parsed))
        .Build();
}
