using System.CommandLine;
using NewsBot.Articles;
using NewsBot.Sources;
using NewsBot.Summaries;

namespace NewsBot.CommandLine.Inspection;

/// <summary>What inspections take from the settings; none has to be set.</summary>
internal sealed record InspectionSettings(SourceOptions Sources, SummaryOptions Summaries, PageReader Pages)
{
    /// <summary>Null when a setting is wrong, which is told on standard error.</summary>
    public static InspectionSettings? Read(ParseResult parsed)
    {
        var configuration = StandaloneConfiguration.Read(parsed);
        return SettingsValidator.Report(SettingsValidator.Problems(configuration))
            ? null
            : new InspectionSettings(
                configuration.GetSection(SourceOptions.Section).Get<SourceOptions>() ?? new SourceOptions(),
                configuration.GetSection(SummaryOptions.Section).Get<SummaryOptions>() ?? new SummaryOptions(),
                new PageReader(TimeProvider.System));
    }
}
