using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsBot.Storage.Sqlite;

/// <summary>
/// Starts this process's write transactions first come, first served. SQLite does not queue its writers: one that waits sleeps and
/// polls at growing intervals, while whoever commits can start the next transaction at once; one of six waited for 0.6 s beside a
/// fan-out. With this queue only the first in line waits for SQLite, and the others wait behind it without a thread each.
/// A place in the queue is given up once the transaction has started or failed to start, which SQLite's busy timeout bounds. A
/// forgotten, nested or cancelled transaction therefore blocks nobody here; the lock itself stays SQLite's.
/// </summary>
internal sealed class WriteTransactionQueue : DbTransactionInterceptor, IDisposable
{
    // When another program holds the store, each transaction in front waits in vain: later ones would not learn of it for minutes.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim slot = new(1);
    private SqliteTransaction? last;

    /// <summary>Whether a transaction is waiting to start.</summary>
    public bool IsWaiting => slot.CurrentCount == 0;

    public void Dispose() => slot.Dispose();

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        var isFirst = await slot.WaitAsync(MaxWait, cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(eventData.IsolationLevel, cancellationToken);
            last = transaction as SqliteTransaction;
            return InterceptionResult<DbTransaction>.SuppressWithResult(transaction);
        }
        catch (SqliteException exception) when (StoreErrors.IsInUse(exception) && IsRunning(last))
        {
            throw new StoreUnusableException("The store is busy with a long transaction of NewsBot's own.", exception);
        }
        finally
        {
            if (isFirst)
            {
                slot.Release();
            }
        }
    }

    /// <summary>A transaction has no connection any more once it was committed, rolled back or disposed.</summary>
    private static bool IsRunning(SqliteTransaction? transaction) => transaction?.Connection is not null;
}
