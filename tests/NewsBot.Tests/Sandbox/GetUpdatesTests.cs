using System.Text.Json.Nodes;

namespace NewsBot.Tests.Sandbox;

public sealed class GetUpdatesTests : SandboxTest
{
    [Fact]
    public async Task An_update_comes_again_until_an_offset_confirms_it()
    {
        await People.SendTextAsync(Olena, "one");
        await People.SendTextAsync(Olena, "two");

        var first = await UpdatesAsync();
        var again = await UpdatesAsync();
        var rest = await UpdatesAsync(first[0]!["update_id"]!.GetValue<int>() + 1);

        Assert.Equal(2, first.Count);
        Assert.True(JsonNode.DeepEquals(first, again));
        Assert.Equal("two", Assert.Single(rest)!["message"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_negative_offset_forgets_all_but_the_last()
    {
        foreach (var text in new[] { "one", "two", "three" })
        {
            await People.SendTextAsync(Olena, text);
        }

        Assert.Equal("three", Assert.Single(await UpdatesAsync(-1))!["message"]!["text"]!.GetValue<string>());
        Assert.Single(await UpdatesAsync());
    }

    [Fact]
    public async Task A_long_poll_wakes_for_the_first_update()
    {
        var poll = ResultAsync("getUpdates", new { timeout = 50 });

        await People.SendTextAsync(Olena, "hello");

        Assert.Single((await poll).AsArray());
    }

    [Fact]
    public async Task A_long_poll_ends_after_50_seconds_at_most()
    {
        var poll = ResultAsync("getUpdates", new { timeout = 500 });
        while (!poll.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(50));
            await Task.Yield();
        }

        Assert.Empty((await poll).AsArray());
    }

    [Fact]
    public async Task A_second_poller_makes_the_first_fail_with_409()
    {
        var first = CallAsync("getUpdates", new { timeout = 50 });
        while (!first.IsCompleted)
        {
            // Only a poll that has arrived can be terminated, so the second asks until the first has ended.
            await UpdatesAsync();
        }

        Assert.Equal(
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            (await first)["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task Allowed_updates_stay_as_they_were_last_given()
    {
        await ResultAsync("getUpdates", new { allowed_updates = new[] { "callback_query" } });

        await People.SendTextAsync(Olena, "unseen");
        Assert.Empty(await UpdatesAsync());

        await ResultAsync("getUpdates", new { allowed_updates = Array.Empty<string>() });
        await People.SendTextAsync(Olena, "seen");
        Assert.Single(await UpdatesAsync());
    }

    [Fact]
    public async Task An_update_expires_after_a_day()
    {
        await People.SendTextAsync(Olena, "hello");
        Time.Advance(TimeSpan.FromHours(24));

        Assert.Empty(await UpdatesAsync());
    }

    [Fact]
    public async Task Any_json_can_be_sent_as_an_update()
    {
        await People.SendRawUpdateAsync(new JsonObject { ["update_id"] = 7, ["message_reaction"] = new JsonObject { ["kind"] = "unheard of" } });

        var update = Assert.Single(await UpdatesAsync())!;
        Assert.Equal(7, update["update_id"]!.GetValue<int>());
        Assert.Equal("unheard of", update["message_reaction"]!["kind"]!.GetValue<string>());
    }
}

