using System.CommandLine;
using NewsBot.Articles.Pages;
using NewsBot.Sources;
using NewsBot.Summaries;

namespace NewsBot.CommandLine.Inspection;

/// <summary>What inspections take from the settings. None is needed, and the host of the service is not built for it: it would take longer than the rest.</summary>
internal sealed record InspectionSettings(SourceOptions Sources, SummaryOptions Summaries, PageReader Pages)
{
    /// <summary>Null when a setting is wrong, which is told on standard error.</summary>
    public static InspectionSettings? Read(ParseResult parsed)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(CommandTree.Overrides(parsed))
            .Build();
        return SettingsCheck.Tell(SettingsCheck.Problems(configuration))
            ? null
            : new InspectionSettings(
                configuration.GetSection(SourceOptions.Section).Get<SourceOptions>() ?? new SourceOptions(),
                configuration.GetSection(SummaryOptions.Section).Get<SummaryOptions>() ?? new SummaryOptions(),
                new PageReader(TimeProvider.System));
    }
}
