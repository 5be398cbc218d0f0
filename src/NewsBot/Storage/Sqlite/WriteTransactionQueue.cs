using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsBot.Storage.Sqlite;

/// <summary>
/// Lets the transactions of this process begin in the order in which they came. SQLite does not queue its writers: one that waits
/// sleeps and looks, longer each time, while whoever ends a transaction can begin the next at once; one of six waited for 0.6 s
/// beside a fan-out. Here one waits for SQLite and the others behind it, without a thread each.
/// The turn ends when the transaction has begun or cannot begin, which SQLite's patience bounds: nothing is held that a forgotten
/// transaction, a second one within it or a cancelled one could keep. The lock itself stays SQLite's.
/// </summary>
internal sealed class WriteTransactionQueue : DbTransactionInterceptor, IDisposable
{
    // When another program holds the store, each of those in front waits in vain: later ones would learn of it minutes later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        var isMine = await turn.WaitAsync(Patience, cancellationToken);
        try
        {
            return InterceptionResult<DbTransaction>.SuppressWithResult(
                await connection.BeginTransactionAsync(eventData.IsolationLevel, cancellationToken));
        }
        finally
        {
            if (isMine)
            {
                turn.Release();
            }
        }
    }
}
