using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsBot.Telemetry;

/// <summary>The last net below every log line of the process, whoever writes it: a token in it is replaced.</summary>
internal sealed class RedactingLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new RedactingLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        // The inner factory belongs to the container.
    }

    private sealed class RedactingLogger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
            {
                return;
            }

            var text = formatter(state, exception);
            var trace = exception?.ToString();
            if (!TokenRedaction.HoldsToken(text) && (trace is null || !TokenRedaction.HoldsToken(trace)))
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            // State and exception hold the token in parts that a provider may print: only the redacted text goes on.
            inner.Log(logLevel, eventId, TokenRedaction.Redact(trace is null ? text : $"{text}\n{trace}"), null, (safe, _) => safe);
        }
    }
}

internal static class TokenRedactionHosting
{
    /// <summary>Puts <see cref="RedactingLoggerFactory"/> in front of the logging that is configured.</summary>
    public static IServiceCollection AddTokenRedaction(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(
            provider => new RedactingLoggerFactory(provider.GetRequiredService<LoggerFactory>())));
        return services;
    }
}
