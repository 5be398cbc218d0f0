using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsBot.Sandbox.BotApi;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Faults;
using NewsBot.Sandbox.Limits;
using Directory = NewsBot.Sandbox.Chats.Directory;

namespace NewsBot.Sandbox.Control;

/// <summary>/sandbox/…: what people do and what goes wrong, for the chat page and for tests.</summary>
internal sealed class ControlEndpoints(
    SandboxWorld world, Directory directory, PersonActions people, GroupActions groups, Presses presses, CommandMethods commands, SendLimits limits, FaultPlan faults, Network network, SandboxFiles files)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var sandbox = routes.MapGroup("/sandbox").AddEndpointFilter<ControlFilter>();
        MapWorld(sandbox);
        MapPeople(sandbox);
        MapGroups(sandbox);
        MapFaults(sandbox);
    }

    private void MapWorld(RouteGroupBuilder sandbox)
    {
        sandbox.MapGet("/world", () => Answer(World));
        sandbox.MapPost("/people", (HttpRequest request) => AnswerAsync<NewPerson>(request, directory.Add));
        sandbox.MapPost("/chats", (HttpRequest request) => AnswerAsync<NewChat>(request, chat => Views.Of(directory.Add(chat))));
        sandbox.MapGet("/chats/{id:long}/messages", (long id) => Answer(() => Messages(id)));
        sandbox.MapGet("/chats/{id:long}/commands", (long id, long person) => Answer(() => commands.Offered(directory.Chat(id), directory.Person(person))));
        sandbox.MapPost("/updates", (HttpRequest request) => AnswerAsync<RawUpdate>(request, raw => Done(() => world.Updates.AddRaw(raw.Update, raw.IsNumbered))));
        sandbox.MapGet("/files/{id}", (string id) => files.Find(id) is { } file
            ? Results.File(file.Content, "application/octet-stream", file.Name)
            : throw ControlException.NotFound("file"));
        sandbox.MapGet("/updates/count", () => Answer(() => world.Updates.Count));
    }

    private void MapPeople(RouteGroupBuilder sandbox)
    {
        // Typing takes the gate itself: those who listen to it must not be called under the gate.
        sandbox.MapPost("/texts", async (HttpRequest request) => Json(Views.Of(people.Type(await ReadAsync<NewText>(request)), world.Options)));
        sandbox.MapPost("/presses", (HttpRequest request) => AnswerAsync<NewPress>(request, people.Press));
        sandbox.MapGet("/presses/{id}", (string id) => Answer(() => presses.Find(id) ?? throw ControlException.NotFound("press")));
        sandbox.MapPost("/chats/{id:long}/block", (long id) => Answer(() => Done(() => people.Block(id))));
        sandbox.MapPost("/chats/{id:long}/unblock", (long id) => Answer(() => Done(() => people.Unblock(id))));
        sandbox.MapPost("/chats/{id:long}/deactivate", (long id) => Answer(() => Done(() => people.Deactivate(id))));
    }

    private void MapGroups(RouteGroupBuilder sandbox)
    {
        sandbox.MapPost("/chats/{id:long}/kick", (long id, HttpRequest request) => AnswerAsync<By>(request, by => Done(() => groups.Kick(id, by.PersonId))));
        sandbox.MapPost("/chats/{id:long}/restrict", (long id, HttpRequest request) => AnswerAsync<By>(request, by => Done(() => groups.Restrict(id, by.PersonId))));
        sandbox.MapPost("/chats/{id:long}/add-bot", (long id, HttpRequest request) => AnswerAsync<By>(request, by => Done(() => groups.AddBot(id, by.PersonId))));
        sandbox.MapPost("/chats/{id:long}/migrate", (long id, HttpRequest request) => AnswerAsync<By>(request, by => Views.Of(groups.Migrate(id, by.PersonId))));
        sandbox.MapPost("/chats/{id:long}/members", (long id, HttpRequest request) =>
            AnswerAsync<MemberView>(request, member => Done(() => groups.SetRole(id, member.PersonId, member.Role))));
        sandbox.MapDelete("/chats/{id:long}", (long id) => Answer(() => Done(() => groups.Delete(id))));
        sandbox.MapPost("/chats/{id:long}/threads", (long id, HttpRequest request) => AnswerAsync<NewThread>(request, thread => groups.OpenThread(id, thread)));
        sandbox.MapPost("/chats/{id:long}/threads/{thread:int}/close", (long id, int thread) => Answer(() => Done(() => groups.CloseThread(id, thread, false))));
        sandbox.MapDelete("/chats/{id:long}/threads/{thread:int}", (long id, int thread) => Answer(() => Done(() => groups.CloseThread(id, thread, true))));
    }

    private void MapFaults(RouteGroupBuilder sandbox)
    {
        sandbox.MapPost("/faults", (HttpRequest request) => AnswerAsync<Fault>(request, fault => Done(() => faults.Add(fault))));
        sandbox.MapGet("/faults", () => Answer(faults.Coming));
        sandbox.MapDelete("/faults", () => Answer(() => Done(faults.Clear)));
        sandbox.MapPost("/faults/random", (HttpRequest request) => AnswerAsync<RandomFaults>(request, wanted => Done(() => faults.Set(wanted))));
        sandbox.MapPost("/latency", (HttpRequest request) => AnswerAsync<Latency>(request, wanted => Done(() => network.Set(wanted))));
        sandbox.MapGet("/counters", () => Answer(limits.Counters.View));
        sandbox.MapDelete("/counters", () => Answer(() => Done(limits.Counters.Reset)));
    }

    private WorldView World() => new(world.Events.LastId, new BotView(world.Options.BotId, world.Options.BotName, world.Options.BotUserName),
        [.. world.People.Values], [.. world.Chats.Values.Select(Views.Of)]);

    private MessageView[] Messages(long id) => [.. directory.Chat(id).Messages.Values.Select(message => Views.Of(message, world.Options))];

    private async Task<IResult> AnswerAsync<TRequest>(HttpRequest request, Func<TRequest, object> act)
    {
        var body = await ReadAsync<TRequest>(request);
        return Answer(() => act(body));
    }

    private IResult Answer<T>(Func<T> act)
    {
        lock (world.Gate)
        {
            return Json(act());
        }
    }

    private static bool Done(Action act)
    {
        act();
        return true;
    }

    private static async Task<TRequest> ReadAsync<TRequest>(HttpRequest request) =>
        await request.ReadFromJsonAsync<TRequest>(ControlJson.Options, request.HttpContext.RequestAborted) ?? throw ControlException.Refused("A JSON object is missing.");

    private static IResult Json<T>(T value) => Results.Json(value, ControlJson.Options);
}
