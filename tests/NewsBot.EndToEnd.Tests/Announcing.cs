using Microsoft.Data.Sqlite;
using NewsBot.Sandbox.Control;

namespace NewsBot.EndToEnd.Tests;

/// <summary>What an admin does with broadcasts, and what the chats have of them.</summary>
internal static class Announcing
{
    /// <summary>The first of the many chats of <see cref="AddChatsAsync"/>.</summary>
    public const long FirstChat = 10_001;

    extension(EndToEnd world)
    {
        /// <summary>The admin writes something. Returns the message with the buttons below the preview.</summary>
        public async Task<MessageView> DraftAsync(NewText command)
        {
            var asked = await world.Sandbox.Client.SendTextAsync(command, world.Limit);
            return await world.Sandbox.Client.WaitForMessageAsync(
                EndToEnd.Olena, message => message.MessageId > asked.MessageId && DataOf(message, "send") is not null, world.Limit);
        }

        public Task<MessageView> DraftAsync(string text) => world.DraftAsync(new NewText(EndToEnd.Olena, EndToEnd.Olena, $"/broadcast {text}"));

        /// <summary>Presses a button of a message as the admin, and waits for what the bot says to the press.</summary>
        public async Task<PressView> PressAsync(MessageView message, string act)
        {
            var data = DataOf(message, act) ?? $"broadcast:{act} {NumberOf(message)}";
            var press = await world.Sandbox.Client.PressAsync(new NewPress(EndToEnd.Olena, EndToEnd.Olena, message.MessageId, data), world.Limit);
            return await world.AnsweredAsync(press);
        }

        public async Task<PressView> AnsweredAsync(PressView press)
        {
            while (!(press = await world.Sandbox.Client.GetPressAsync(press.CallbackId, world.Limit)).IsAnswered)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, world.Limit);
            }

            return press;
        }

        /// <summary>Waits until a message of the admin's says so.</summary>
        public Task<MessageView> ToldAsync(Func<MessageView, bool> fits) =>
            world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Olena, message => message.IsByBot && fits(message), world.Limit);

        public Task<MessageView> ReportedAsync() => world.ToldAsync(message => message.Text.Contains("Recipients: ", StringComparison.Ordinal) && message.EditedAt is null);

        /// <summary>How often a chat has a text.</summary>
        public async Task<int> TimesAsync(long chat, string text) =>
            (await world.Sandbox.Client.GetMessagesAsync(chat, world.Limit)).Count(message => message.IsByBot && message.Text == text);

        /// <summary>Waits until the store answers a question with such a number.</summary>
        public async Task StoredAsync(string question, Func<long, bool> fits)
        {
            while (!fits(world.Ask(question)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, world.Limit);
            }
        }

        /// <summary>One number out of the store, beside the bot that uses it.</summary>
        public long Ask(string question)
        {
            using var store = new SqliteConnection($"Data Source={world.StoreFile};Pooling=False");
            store.Open();
            using var command = store.CreateCommand();
            command.CommandText = question;
            return command.ExecuteScalar() is long number ? number : 0;
        }

        /// <summary>People who have met the bot before, in the Sandbox and in the store alike.</summary>
        public async Task AddChatsAsync(int count)
        {
            foreach (var some in Enumerable.Range(0, count).Chunk(50))
            {
                await Task.WhenAll(some.Select(index => world.Sandbox.Client.AddPersonAsync(
                    new NewPerson($"Reader {index}", Id: FirstChat + index, HasStarted: true), world.Limit)));
            }

            world.Ask(
                $"""
                INSERT INTO "Subscribers" ("ChatId", "ThreadId", "Kind", "State", "Language", "CreatedAt", "AnnouncementsOff")
                WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < {count})
                SELECT {FirstChat} + n, 0, 0, 0, 'en', 0, 0 FROM number;
                """);
        }
    }

    private static string? DataOf(MessageView message, string act) => message.Buttons
        .SelectMany(row => row)
        .Select(button => button.Data)
        .FirstOrDefault(data => data?.StartsWith($"broadcast:{act} ", StringComparison.Ordinal) == true);

    private static string NumberOf(MessageView message) =>
        message.Buttons.SelectMany(row => row).Select(button => button.Data?.Split(' ')[^1]).FirstOrDefault() ?? "1";
}
