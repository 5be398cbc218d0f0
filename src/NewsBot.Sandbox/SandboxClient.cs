using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;

namespace NewsBot.Sandbox;

/// <summary>The control API of a Sandbox, in this process or another. Every method throws <see cref="HttpRequestException"/> with the Sandbox's reason when it is refused.</summary>
/// <param name="http">Its BaseAddress is the Sandbox's address.</param>
public sealed class SandboxClient(HttpClient http)
{
    public Task<WorldView> GetWorldAsync(CancellationToken cancellation = default) => GetAsync<WorldView>("world", cancellation);

    public Task<Person> AddPersonAsync(NewPerson person, CancellationToken cancellation = default) => PostAsync<NewPerson, Person>("people", person, cancellation);

    public Task<ChatView> AddChatAsync(NewChat chat, CancellationToken cancellation = default) => PostAsync<NewChat, ChatView>("chats", chat, cancellation);

    public Task<IReadOnlyList<MessageView>> GetMessagesAsync(long chatId, CancellationToken cancellation = default) =>
        GetAsync<IReadOnlyList<MessageView>>($"chats/{chatId}/messages", cancellation);

    /// <summary>The commands a person is offered in a chat, by scope and language.</summary>
    public Task<IReadOnlyList<CommandView>> GetCommandsAsync(long chatId, long personId, CancellationToken cancellation = default) =>
        GetAsync<IReadOnlyList<CommandView>>($"chats/{chatId}/commands?person={personId}", cancellation);

    /// <summary>A person types into their private chat.</summary>
    public Task<MessageView> SendTextAsync(long personId, string text, CancellationToken cancellation = default) =>
        SendTextAsync(new NewText(personId, personId, text), cancellation);

    public Task<MessageView> SendTextAsync(NewText text, CancellationToken cancellation = default) => PostAsync<NewText, MessageView>("texts", text, cancellation);

    /// <summary>A file that a person sends, without a caption.</summary>
    public Task<MessageView> SendFileAsync(long personId, NewFile file, CancellationToken cancellation = default) =>
        SendTextAsync(new NewText(personId, personId, "", File: file), cancellation);

    /// <summary>What a file holds.</summary>
    public Task<string> ReadFileAsync(FileView file, CancellationToken cancellation = default) => http.GetStringAsync($"sandbox/files/{file.Id}", cancellation);

    public Task<PressView> PressAsync(NewPress press, CancellationToken cancellation = default) => PostAsync<NewPress, PressView>("presses", press, cancellation);

    public Task<PressView> GetPressAsync(string callbackId, CancellationToken cancellation = default) => GetAsync<PressView>($"presses/{callbackId}", cancellation);

    /// <summary>Queues any update at all, for what the bot must survive.</summary>
    public Task SendRawUpdateAsync(JsonObject update, CancellationToken cancellation = default) => SendRawUpdateAsync(new RawUpdate(update), cancellation);

    public Task SendRawUpdateAsync(RawUpdate update, CancellationToken cancellation = default) => PostAsync<RawUpdate, bool>("updates", update, cancellation);

    /// <summary>Updates the bot has not confirmed.</summary>
    public Task<int> CountUpdatesAsync(CancellationToken cancellation = default) => GetAsync<int>("updates/count", cancellation);

    public Task BlockAsync(long personId, CancellationToken cancellation = default) => ActAsync(personId, "block", null, cancellation);

    public Task UnblockAsync(long personId, CancellationToken cancellation = default) => ActAsync(personId, "unblock", null, cancellation);

    public Task DeactivateAsync(long personId, CancellationToken cancellation = default) => ActAsync(personId, "deactivate", null, cancellation);

    public Task KickAsync(long chatId, long? byPersonId = null, CancellationToken cancellation = default) => ActAsync(chatId, "kick", byPersonId, cancellation);

    /// <summary>Takes the right to write from the bot.</summary>
    public Task RestrictAsync(long chatId, long? byPersonId = null, CancellationToken cancellation = default) => ActAsync(chatId, "restrict", byPersonId, cancellation);

    public Task AddBotAsync(long chatId, long? byPersonId = null, CancellationToken cancellation = default) => ActAsync(chatId, "add-bot", byPersonId, cancellation);

    /// <returns>The supergroup the group has become.</returns>
    public Task<ChatView> MigrateAsync(long chatId, long? byPersonId = null, CancellationToken cancellation = default) =>
        PostAsync<By, ChatView>($"chats/{chatId}/migrate", new By(byPersonId), cancellation);

    public Task SetRoleAsync(long chatId, long personId, MemberRole role, CancellationToken cancellation = default) =>
        PostAsync<MemberView, bool>($"chats/{chatId}/members", new MemberView(personId, role), cancellation);

    public Task DeleteChatAsync(long chatId, CancellationToken cancellation = default) => DeleteAsync($"chats/{chatId}", cancellation);

    public Task<ForumThread> OpenThreadAsync(long chatId, NewThread thread, CancellationToken cancellation = default) =>
        PostAsync<NewThread, ForumThread>($"chats/{chatId}/threads", thread, cancellation);

    public Task CloseThreadAsync(long chatId, int threadId, CancellationToken cancellation = default) =>
        PostAsync<By, bool>($"chats/{chatId}/threads/{threadId}/close", new By(), cancellation);

    public Task DeleteThreadAsync(long chatId, int threadId, CancellationToken cancellation = default) => DeleteAsync($"chats/{chatId}/threads/{threadId}", cancellation);

    public Task AddFaultAsync(Fault fault, CancellationToken cancellation = default) => PostAsync<Fault, bool>("faults", fault, cancellation);

    public Task<IReadOnlyList<Fault>> GetFaultsAsync(CancellationToken cancellation = default) => GetAsync<IReadOnlyList<Fault>>("faults", cancellation);

    /// <summary>From now on the calls that meet no other fault meet these by chance.</summary>
    public Task SetRandomFaultsAsync(RandomFaults faults, CancellationToken cancellation = default) => PostAsync<RandomFaults, bool>("faults/random", faults, cancellation);

    public Task SetLatencyAsync(Latency latency, CancellationToken cancellation = default) => PostAsync<Latency, bool>("latency", latency, cancellation);

    public Task ClearFaultsAsync(CancellationToken cancellation = default) => DeleteAsync("faults", cancellation);

    public Task<CountersView> GetCountersAsync(CancellationToken cancellation = default) => GetAsync<CountersView>("counters", cancellation);

    public Task ResetCountersAsync(CancellationToken cancellation = default) => DeleteAsync("counters", cancellation);

    /// <summary>Every event after the given id (0 for all that are kept), then each as it happens, until cancelled.</summary>
    public async IAsyncEnumerable<SandboxEvent> ReadEventsAsync(long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stream = await http.GetStreamAsync($"sandbox/events?after={after}", cancellation);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellation))
        {
            yield return JsonSerializer.Deserialize<SandboxEvent>(item.Data, ControlJson.Options)!;
        }
    }

    /// <summary>Waits until a message of the chat fits, be it there already, posted or edited. Give it a token that ends the wait.</summary>
    public async Task<MessageView> WaitForMessageAsync(long chatId, Func<MessageView, bool> fits, CancellationToken cancellation)
    {
        var start = await GetWorldAsync(cancellation);
        if ((await GetMessagesAsync(chatId, cancellation)).FirstOrDefault(fits) is { } present)
        {
            return present;
        }
        await foreach (var happened in ReadEventsAsync(start.LastEventId, cancellation))
        {
            if (happened.ChatId == chatId && happened.Message is { } message && fits(message))
            {
                return message;
            }
        }
        throw new HttpRequestException("The Sandbox ended before the message came.");
    }

    private Task<bool> ActAsync(long chatId, string act, long? by, CancellationToken cancellation) => PostAsync<By, bool>($"chats/{chatId}/{act}", new By(by), cancellation);

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellation)
    {
        using var response = await http.GetAsync($"sandbox/{path}", cancellation);
        return await ReadAsync<T>(response, cancellation);
    }

    private async Task<T> PostAsync<TRequest, T>(string path, TRequest request, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync($"sandbox/{path}", request, ControlJson.Options, cancellation);
        return await ReadAsync<T>(response, cancellation);
    }

    private async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        using var response = await http.DeleteAsync($"sandbox/{path}", cancellation);
        await ReadAsync<bool>(response, cancellation);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            var problem = await response.Content.ReadFromJsonAsync<ControlProblem>(ControlJson.Options, cancellation);
            throw new HttpRequestException(problem?.Problem, null, response.StatusCode);
        }
        return (await response.Content.ReadFromJsonAsync<T>(ControlJson.Options, cancellation))!;
    }
}
