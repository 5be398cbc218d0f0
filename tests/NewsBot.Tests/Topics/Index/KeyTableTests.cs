using NewsBot.Topics.Index;

namespace NewsBot.Tests.Topics.Index;

public sealed class KeyTableTests
{
    private readonly KeyTable table = new();

    [Fact]
    public void It_finds_what_was_added_and_not_removed()
    {
        var random = new Random(1);
        var present = new Dictionary<int, ulong>();
        for (var round = 1; round <= 20_000; round++)
        {
            if (random.Next(3) == 0 && present.Count > 0)
            {
                var (literal, key) = present.ElementAt(random.Next(Math.Min(present.Count, 50)));
                table.Remove(key, literal);
                present.Remove(literal);
            }
            else
            {
                // Few upper halves, so that runs of slots are long, share keys and wrap around the end.
                var key = ((ulong)(uint.MaxValue - (uint)random.Next(4_000)) << 32) | (uint)random.Next(2);
                table.Add(key, round);
                present[round] = key;
            }
        }

        Assert.All(present, entry => Assert.Contains(entry.Key, Find(entry.Value)));
        Assert.All(present.Values.Distinct(), key => Assert.All(Find(key), literal => Assert.Equal(key >> 32, present[literal] >> 32)));
    }

    [Fact]
    public void Most_keys_that_were_never_added_are_refused_at_once()
    {
        var random = new Random(2);
        for (var literal = 1; literal <= 10_000; literal++)
        {
            table.Add(Key(random), literal);
        }

        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => table.MayContain(Key(random))), 0, 1_500);
    }

    private static ulong Key(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue);

    private List<int> Find(ulong key)
    {
        Assert.True(table.MayContain(key));
        var found = new List<int>();
        var slot = table.IndexOf(key);
        while (table.Next(key, ref slot) is var literal and not 0)
        {
            found.Add(literal);
        }

        return found;
    }
}
