using NewsBot.Sandbox.Control;

namespace NewsBot.EndToEnd.Tests;

/// <summary>One story told by several sources, while the bot is killed in between.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task Sources_edit_one_message_also_after_a_kill_a_development_answers_it_and_a_look_alike_has_its_own()
    {
        await using var world = await EndToEnd.StartAsync();
        using (var bot = await world.StartBotAsync())
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe Larnow");
            Publish(world, "first", "Harbour bridge in Larnow shut after cracks are found", "Larnow closed its harbour bridge on Monday after engineers found cracks in two of the pillars. Mayor Ida Holm said the crossing would stay shut until autumn. Ferries are to carry some 40,000 commuters a day across the Menn.");
            await world.WaitForPushAsync(EndToEnd.Ben, "Harbour bridge in Larnow");
            Publish(world, "second", "Cracks in pillars: Larnow closes bridge over the Menn", "The bridge over the Menn in Larnow is closed to all traffic since Monday. Inspectors had found cracks in two pillars, the town said. Ferries will take the 40,000 commuters over the river, and mayor Ida Holm spoke of repairs until autumn.");
            await WaitForEditAsync(world, "Also: ", 1);
            await bot.KillAsync(world.Limit);
        }

        using var again = await world.StartBotAsync();
        Publish(world, "third", "Commuters in Larnow sent to ferries as harbour bridge closes", "Ferries replaced the harbour bridge in Larnow from Monday evening, when Ida Holm, the mayor, had the crossing closed. Two pillars have cracks, engineers reported. About 40,000 commuters use the bridge over the Menn each day.");
        await WaitForEditAsync(world, "Also: ", 2);
        var first = Assert.Single(await world.PushesAsync(EndToEnd.Ben));

        Publish(world, "reopens", "Larnow's harbour bridge reopens for buses", "Larnow's harbour bridge has reopened for buses, two months before the autumn. Engineer Rosa Quint has braced the pillars with the cracks. Ida Holm, the mayor, rode on the first bus over the Menn, and ferries keep on carrying other commuters.");
        Publish(world, "other", "Larnow United pay 12 million for Dorrow's goal scorer", "The best goal scorer of Dorrow City, Malu Okoro, plays for Larnow United from now on. The clubs agreed on 12 million crowns, and Jan Vesely praised the speed of the striker.");
        Assert.Equal(first.MessageId, (await world.WaitForPushAsync(EndToEnd.Ben, "Larnow's harbour bridge reopens")).ReplyTo);
        Assert.Null((await world.WaitForPushAsync(EndToEnd.Ben, "Larnow United")).ReplyTo);
        Assert.Equal(3, (await world.PushesAsync(EndToEnd.Ben)).Count);
    }

    /// <summary>Each article is another site's: its page says which.</summary>
    private static void Publish(EndToEnd world, string source, string title, string text) =>
        world.Newsroom.Publish(new NewsItem(source, title, [text], TimeProvider.System.GetUtcNow()) { Publisher = $"The {source} paper" });

    private static async Task WaitForEditAsync(EndToEnd world, string text, int sources)
    {
        while (!(await world.PushesAsync(EndToEnd.Ben)).Any(push =>
            push.EditedAt is not null && push.Text.Split('\n').Any(line => line.StartsWith(text, StringComparison.Ordinal) && line.Split(", ").Length == sources)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, world.Limit);
        }
    }
}
