using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Tests.Support;

/// <summary>A store in memory, for queries alone: it knows no transactions, no unique indexes and no writing in sets.</summary>
internal sealed class InMemoryNewsDb() : NewsDb(
    new DbContextOptionsBuilder<InMemoryNewsDb>().UseInMemoryDatabase(Guid.NewGuid().ToString()).Options);
