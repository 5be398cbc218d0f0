using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace NewsBot.CommandLine;

/// <summary>
/// Log lines for people: date and time, the level where it is a warning or worse, the class that logs, the sentence. Any other
/// formatter of .NET's console logger (<c>json</c>, <c>systemd</c>, <c>simple</c>) is chosen by <c>Logging:Console:FormatterName</c>.
/// </summary>
internal sealed class ConsoleLogFormatter(IOptionsMonitor<ConsoleFormatterOptions> options, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    private const string DefaultTimestampFormat = "yyyy-MM-dd HH:mm:ss ";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var level = logEntry.LogLevel switch
        {
            LogLevel.Warning => "warning: ",
            LogLevel.Error => "error: ",
            LogLevel.Critical => "fatal: ",
            _ => "",
        };
        var category = logEntry.Category[(logEntry.Category.LastIndexOf('.') + 1)..];
        textWriter.WriteLine($"{Timestamp()}{level}{category}: {logEntry.Formatter(logEntry.State, logEntry.Exception)}");
        if (logEntry.Exception is { } exception)
        {
            textWriter.WriteLine(exception);
        }
    }

    private string Timestamp()
    {
        var current = options.CurrentValue;
        var now = current.UseUtcTimestamp ? time.GetUtcNow() : time.GetLocalNow();
        return now.ToString(current.TimestampFormat ?? DefaultTimestampFormat, CultureInfo.InvariantCulture);
    }
}
