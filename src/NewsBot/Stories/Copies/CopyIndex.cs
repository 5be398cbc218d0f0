namespace NewsBot.Stories.Copies;

/// <summary>
/// Finds the recent texts that a text may be a copy of. Each text is represented by the lowest hashes of its shingles, and all hashes of
/// another are looked up. That estimates how much of the one is contained in the other, whichever is longer (Broder's containment;
/// MinHash estimates resemblance and misses the short version of a long text). About 16 bytes per hash. Not thread-safe.
/// </summary>
internal sealed class CopyIndex(int capacity = CopyIndex.MaxTexts)
{
    /// <summary>Three days of many hundred sources.</summary>
    private const int MaxTexts = 100_000;

    /// <summary>A shingle of more texts is a turn of phrase. Bounds the cost of a look-up.</summary>
    private const int MaxTextsPerShingle = 64;

    /// <summary>Candidates share at least this by estimate; the exact half is decided on their texts.</summary>
    private const double MinEstimatedShare = 0.25;

    private const int MaxCandidates = 8;

    private readonly List<IndexedText> texts = [];
    private readonly Dictionary<int, int> hits = [];
    private ulong[] slots = new ulong[1 << 12];
    private readonly ulong spread = (ulong)Random.Shared.NextInt64() | 1;
    private int used;

    public int Count => texts.Count;

    public void Add(long id, DateTimeOffset at, Shingles shingles) => Add(id, at, ShingleSample.Of(shingles));

    /// <summary>Adds a text. At capacity the older half is forgotten.</summary>
    public void Add(long id, DateTimeOffset at, ShingleSample sample)
    {
        if (texts.Count >= capacity)
        {
            Forget(texts.Count / 2);
        }

        texts.Add(new IndexedText(id, at, sample.Count, sample.Lowest.Length));
        foreach (var hash in sample.Lowest)
        {
            Insert(hash, texts.Count - 1);
        }
    }

    /// <summary>Ids of the texts since an instant that it may be a copy of, the likeliest first.</summary>
    public IReadOnlyList<long> Candidates(Shingles shingles, DateTimeOffset since)
    {
        hits.Clear();
        foreach (var hash in shingles.All)
        {
            for (var at = SlotOf(hash); slots[at] != 0; at = (at + 1) & (slots.Length - 1))
            {
                if ((uint)(slots[at] >> 32) == hash)
                {
                    var text = (int)(uint)slots[at] - 1;
                    hits[text] = hits.GetValueOrDefault(text) + 1;
                }
            }
        }

        return
        [
            .. hits.Where(hit => texts[hit.Key].At >= since && hit.Value >= 2)
                .Select(hit => (texts[hit.Key].Id, Share: ShareOf(texts[hit.Key], hit.Value, shingles.All.Length)))
                .Where(candidate => candidate.Share >= MinEstimatedShare)
                .OrderByDescending(candidate => candidate.Share)
                .ThenBy(candidate => candidate.Id)
                .Take(MaxCandidates)
                .Select(candidate => candidate.Id),
        ];
    }

    /// <summary>Shingles in common, as a share of the shorter text's.</summary>
    private static double ShareOf(IndexedText text, int hits, int shingles) =>
        (double)hits / text.Sampled * text.Shingles / Math.Min(text.Shingles, shingles);

    private void Insert(uint hash, int text)
    {
        if (4L * used >= 3L * slots.Length)
        {
            Rebuild(0, slots.Length * 2);
        }

        var count = 0;
        var at = SlotOf(hash);
        for (; slots[at] != 0; at = (at + 1) & (slots.Length - 1))
        {
            if ((uint)(slots[at] >> 32) == hash && ++count == MaxTextsPerShingle)
            {
                return;
            }
        }

        slots[at] = ((ulong)hash << 32) | (uint)(text + 1);
        used++;
    }

    private void Forget(int oldest)
    {
        texts.RemoveRange(0, oldest);
        Rebuild(oldest, slots.Length);
    }

    /// <summary>Moves the hashes of the texts from the first on into new slots.</summary>
    private void Rebuild(int first, int size)
    {
        var before = slots;
        (slots, used) = (new ulong[size], 0);
        foreach (var slot in before)
        {
            var text = (int)(uint)slot - 1 - first;
            if (slot != 0 && text >= 0)
            {
                Insert((uint)(slot >> 32), text);
            }
        }
    }

    /// <summary>Sampled hashes are low ones, so their bits are spread; by a factor of this process, so that nobody can choose texts that crowd a slot.</summary>
    private int SlotOf(uint hash) => (int)((hash * spread) >> 40) & (slots.Length - 1);

    private readonly record struct IndexedText(long Id, DateTimeOffset At, int Shingles, int Sampled);
}
