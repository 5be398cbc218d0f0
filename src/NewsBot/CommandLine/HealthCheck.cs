using System.CommandLine;
using System.Net;
using System.Text.Json;
using NewsBot.Telemetry;
using NewsBot.Web;

namespace NewsBot.CommandLine;

/// <summary><c>newsbot healthcheck</c>: asks the running service for /readyz, for an image that has no curl.</summary>
internal static class HealthCheck
{
    /// <summary>Shorter than what the image allows a check, so that the reason is told.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static Command Command()
    {
        var command = new Command("healthcheck", "Asks the running service whether it is ready. Exit code 0 for yes, 1 for no.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = StandaloneConfiguration.Read(parsed);
            if (SettingsValidator.Report(SettingsValidator.Problems(configuration)))
            {
                return 1;
            }

            var web = configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
            var (isReady, why) = await AskAsync(web.Url, cancellationToken);
            Console.WriteLine(why);
            return isReady ? 0 : 1;
        });
        return command;
    }

    private static async Task<(bool IsReady, string Why)> AskAsync(string listensOn, CancellationToken cancellationToken)
    {
        if (AddressOf(listensOn) is not { } address)
        {
            return (false, $"Web:Url {SettingText.Describe(listensOn)}, which is no address that can be asked: it should be one such as http://127.0.0.1:8080.");
        }

        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Limit };
            using var answer = await client.GetAsync(address, cancellationToken);
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable
                && await JsonSerializer.DeserializeAsync(body, HealthJson.Default.Readiness, cancellationToken) is { } readiness
                ? (answer.IsSuccessStatusCode, Sentence(readiness))
                : (false, $"{address} answered {(int)answer.StatusCode}: something else than NewsBot listens there.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (false, $"No answer from {address}: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            return (false, $"No answer from {address} within {Limit.TotalSeconds} seconds.");
        }
        catch (JsonException)
        {
            return (false, $"{address} answered something else than NewsBot does.");
        }
    }

    /// <summary>Where the service can be reached from its own machine: it may listen on all addresses, of which none has that name.</summary>
    private static Uri? AddressOf(string listensOn)
    {
        BindingAddress bound;
        try
        {
            bound = BindingAddress.Parse(listensOn);
        }
        catch (FormatException)
        {
            return null;
        }

        var host = bound.Host switch
        {
            "+" or "*" or "0.0.0.0" => "127.0.0.1",
            "[::]" => "[::1]",
            var named => named,
        };
        return bound.Port > 0 && Uri.TryCreate($"{bound.Scheme}://{host}:{bound.Port}/readyz", UriKind.Absolute, out var address) ? address : null;
    }

    private static string Sentence(Readiness readiness)
    {
        var problems = readiness.Loops.Where(worker => worker.Why is not null).Select(worker => $"{worker.Name}: {worker.Why}").ToList();
        if (readiness.Store != Readiness.Reachable)
        {
            problems.Insert(0, readiness.Store);
        }

        return problems.Count == 0 ? "NewsBot is ready." : $"NewsBot is not ready. {string.Join(' ', problems)}";
    }
}
