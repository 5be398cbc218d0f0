using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Tests.Sandbox;

public sealed class TransportTests : SandboxTest
{
    [Fact]
    public async Task A_token_that_is_not_the_Sandboxs_is_unauthorized()
    {
        using var response = await Http.GetAsync(new Uri(Server.Address, "/bot123456:AAAA/getMe"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Unauthorized", (await response.Content.ReadFromJsonAsync<JsonObject>())!["description"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("getme")]
    [InlineData("GETME")]
    [InlineData("test/getMe")]
    public async Task A_method_is_found_in_any_case(string method)
    {
        var me = await ResultAsync(method);

        Assert.True(me["is_bot"]!.GetValue<bool>());
        Assert.Equal("NewsBotSandboxBot", me["username"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_method_and_an_unknown_path_are_told_apart()
    {
        Assert.Equal("Not Found: method not found", await RefusalAsync("sendCarrierPigeon"));
        Assert.Equal("Not Found", await RefusalAsync("getMe/again/more"));
    }

    [Fact]
    public async Task Arguments_come_by_query_form_multipart_or_json_and_numbers_may_be_strings()
    {
        await StartAsync();
        using var multipart = new MultipartFormDataContent { { new StringContent("1001"), "chat_id" }, { new StringContent("three"), "text" } };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["chat_id"] = "1001", ["text"] = "two" });

        using var byQuery = await Http.GetAsync(new Uri(MethodAddress("sendMessage") + "?chat_id=1001&text=one"));
        using var byForm = await Http.PostAsync(MethodAddress("sendMessage"), form);
        using var byMultipart = await Http.PostAsync(MethodAddress("sendMessage"), multipart);
        Time.Advance(TimeSpan.FromSeconds(5));
        await ResultAsync("sendMessage", new { chat_id = "1001", text = "four", reply_markup = """{"inline_keyboard":[[{"text":"Why","callback_data":"w"}]]}""" });

        var messages = await People.GetMessagesAsync(Olena);
        Assert.Equal(["/start", "one", "two", "three", "four"], messages.Select(message => message.Text));
        Assert.Equal("w", messages[^1].Buttons[0][0].Data);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_a_bad_request()
    {
        using var content = new StringContent("{", null, "application/json");
        using var response = await Http.PostAsync(MethodAddress("sendMessage"), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
