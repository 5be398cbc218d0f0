using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsBot.Storage;

/// <summary>Instants are stored as UTC ticks (100 ns since year 1): SQLite can neither order nor compare a DateTimeOffset.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
