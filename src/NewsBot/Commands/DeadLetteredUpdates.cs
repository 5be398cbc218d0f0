using NewsBot.Storage;

namespace NewsBot.Commands;

/// <summary>Counts the updates that came since a moment and could not be read or handled.</summary>
internal delegate Task<int> DeadLetteredUpdates(NewsDb db, DateTimeOffset since, CancellationToken cancellationToken);
