using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types.Enums;

namespace NewsBot.BotApi.Updates;

/// <summary>
/// Asks for updates over plain HTTP. A client that reads the answer as one object loses a whole batch when Telegram adds a kind of
/// update that the client does not know; here each element stays raw.
/// </summary>
internal sealed partial class UpdateRequests(BotToken token, IOptions<TelegramOptions> options, BotApiTimeouts timeouts, TimeProvider time) : IDisposable
{
    private const int Limit = 100;

    // Named every time, because the server keeps the last list; and no more than is answered, because each kind may bring the unknown.
    public static readonly UpdateType[] AllowedUpdates = [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.ChannelPost];

    private static readonly string[] AllowedNames = [.. AllowedUpdates.Select(kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()))];

    private readonly HttpClient http = BotApiHttpClients.Open(timeouts.LongPoll + timeouts.PollMargin, timeouts, time);

    /// <summary>Waits for updates. An offset acknowledges every update with a lower number for ever; null acknowledges none.</summary>
    public Task<GetUpdatesResult> GetUpdatesAsync(long? offset, CancellationToken cancellationToken)
    {
        var question = new GetUpdates(offset, (int)timeouts.LongPoll.TotalSeconds, Limit, AllowedNames);
        return AskAsync("getUpdates", JsonContent.Create(question, Json.Default.GetUpdates), cancellationToken);
    }

    /// <summary>Makes the server hold updates for reading instead of posting them somewhere. None is dropped.</summary>
    public Task<GetUpdatesResult> DeleteWebhookAsync(CancellationToken cancellationToken) =>
        AskAsync("deleteWebhook", null, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<GetUpdatesResult> AskAsync(string method, HttpContent? question, CancellationToken cancellationToken)
    {
        var address = new Uri($"{options.Value.ApiUrl.TrimEnd('/')}/bot{token.Value}/{method}");
        try
        {
            using var answer = await http.PostAsync(address, question, cancellationToken);
            return GetUpdatesResult.Read(await answer.Content.ReadAsStringAsync(cancellationToken), (int)answer.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GetUpdatesResult.Unreachable("No answer in time");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new GetUpdatesResult.Unreachable(exception.Message);
        }
    }

    private sealed record GetUpdates(long? Offset, int Timeout, int Limit, IReadOnlyList<string> AllowedUpdates);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(GetUpdates))]
    private sealed partial class Json : JsonSerializerContext;
}
