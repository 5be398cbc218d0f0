using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsBot.Tests.Commands;

/// <summary>
/// A command runs outside a transaction until it begins one: a statement that writes before that would be kept even where the rest fails.
/// </summary>
public sealed class WritesInTransactionTests
{
    [Theory]
    [InlineData("/subscribe NATO, chess\ntennis AND rain", "/subscribe NATO", "/unsubscribe chess")]
    [InlineData("/subscribe NATO", "/level NATO headline", "/pause NATO 8h")]
    [InlineData("/start", "/pause 8h", "/topics")]
    [InlineData("/preview NATO", "/latest NATO", "/privacy")]
    public async Task No_command_writes_outside_its_transaction(params string[] commands)
    {
        using var chat = new CommandRun(interceptor: new NoLooseWrites());
        foreach (var command in commands)
        {
            await chat.TypeAsync(command);
        }

        await chat.PressAsync("deleteme:yes");
    }

    private sealed class NoLooseWrites : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Assert.NotNull(command.Transaction);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            {
                Assert.NotNull(command.Transaction);
            }

            return ValueTask.FromResult(result);
        }
    }
}
