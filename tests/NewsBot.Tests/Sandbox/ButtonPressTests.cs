using NewsBot.Sandbox.Control;

namespace NewsBot.Tests.Sandbox;

public sealed class ButtonPressTests : SandboxTest
{
    private const string TooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid";

    [Fact]
    public async Task A_press_reaches_the_bot_and_its_answer_the_person()
    {
        var press = await PressAsync();

        var query = (await UpdatesAsync())[^1]!["callback_query"]!;
        await ResultAsync("answerCallbackQuery", new { callback_query_id = $"{query["id"]}", text = "Done", show_alert = true });

        Assert.Equal("why:1", query["data"]!.GetValue<string>());
        var answered = await People.GetPressAsync(press.CallbackId);
        Assert.Equal((true, "Done", true), (answered.IsAnswered, answered.AnswerText, answered.IsAlert));
    }

    [Fact]
    public async Task A_press_can_be_answered_once_and_for_150_seconds()
    {
        var first = await PressAsync();
        Time.Advance(TimeSpan.FromSeconds(149));
        var second = await PressAsync();
        await ResultAsync("answerCallbackQuery", new { callback_query_id = first.CallbackId });

        Assert.Equal(TooOld, await RefusalAsync("answerCallbackQuery", new { callback_query_id = first.CallbackId }));
        Time.Advance(TimeSpan.FromSeconds(150));
        Assert.Equal(TooOld, await RefusalAsync("answerCallbackQuery", new { callback_query_id = second.CallbackId }));
        Assert.DoesNotContain(await UpdatesAsync(), update => update!["callback_query"] is not null);
    }

    private async Task<PressView> PressAsync()
    {
        await People.SendTextAsync(Olena, "/start");
        var sent = await ResultAsync("sendMessage", new { chat_id = Olena, text = "x", reply_markup = """{"inline_keyboard":[[{"text":"Why","callback_data":"why:1"}]]}""" });
        return await People.PressAsync(new NewPress(Olena, Olena, sent["message_id"]!.GetValue<int>(), "why:1"));
    }
}
