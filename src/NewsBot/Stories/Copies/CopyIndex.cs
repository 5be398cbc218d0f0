namespace NewsBot.Stories.Copies;

/// <summary>
/// Finds the texts of the last days that a text may be a copy of. Of each text the lowest hashes of its shingles are kept, and all of
/// another's are looked up, which estimates how much of the one stands in the other, whichever is longer (MinHash tells likeness
/// alone, and misses the short version of a long text). Some 16 bytes a kept hash. Not thread-safe.
/// </summary>
internal sealed class CopyIndex(int capacity = CopyIndex.MaxTexts)
{
    /// <summary>Three days of many hundred sources.</summary>
    private const int MaxTexts = 100_000;

    private const int FewestKept = 24;
    private const int MaxKept = 64;

    /// <summary>One in so many shingles of a long text is kept.</summary>
    private const int OneOf = 8;

    /// <summary>A shingle in more texts is a turn of phrase; it bounds what a look-up can cost.</summary>
    private const int MaxHolders = 64;

    /// <summary>Candidates share at least this, as estimated: the exact half is decided on their texts.</summary>
    private const double Promising = 0.25;

    private const int MaxCandidates = 8;

    private readonly List<Text> texts = [];
    private readonly Dictionary<int, int> hits = [];
    private ulong[] slots = new ulong[1 << 12];
    private int used;

    public int Count => texts.Count;

    /// <summary>Keeps a text; beyond the capacity the older half is forgotten.</summary>
    public void Add(long id, DateTimeOffset at, Shingles shingles)
    {
        if (texts.Count >= capacity)
        {
            Forget(texts.Count / 2);
        }

        var kept = Math.Min(shingles.All.Length, Math.Clamp(shingles.All.Length / OneOf, FewestKept, MaxKept));
        texts.Add(new Text(id, at, shingles.All.Length, kept));
        foreach (var hash in shingles.All.AsSpan(0, kept))
        {
            Put(hash, texts.Count - 1);
        }
    }

    /// <summary>Ids of the texts since an instant that may be its copies, the likeliest first.</summary>
    public IReadOnlyList<long> Candidates(Shingles shingles, DateTimeOffset since)
    {
        hits.Clear();
        foreach (var hash in shingles.All)
        {
            for (var at = Place(hash); slots[at] != 0; at = (at + 1) & (slots.Length - 1))
            {
                if ((uint)(slots[at] >> 32) == hash)
                {
                    var holder = (int)(uint)slots[at] - 1;
                    hits[holder] = hits.GetValueOrDefault(holder) + 1;
                }
            }
        }

        return
        [
            .. hits.Where(hit => texts[hit.Key].At >= since && hit.Value >= 2)
                .Select(hit => (texts[hit.Key].Id, Share: ShareOf(texts[hit.Key], hit.Value, shingles.All.Length)))
                .Where(candidate => candidate.Share >= Promising)
                .OrderByDescending(candidate => candidate.Share)
                .ThenBy(candidate => candidate.Id)
                .Take(MaxCandidates)
                .Select(candidate => candidate.Id),
        ];
    }

    /// <summary>Shingles in common, as a share of the shorter text's.</summary>
    private static double ShareOf(Text text, int hits, int shingles) =>
        (double)hits / text.Kept * text.Shingles / Math.Min(text.Shingles, shingles);

    private void Put(uint hash, int text)
    {
        if (4L * used >= 3L * slots.Length)
        {
            Rebuild(0, slots.Length * 2);
        }

        var holders = 0;
        var at = Place(hash);
        for (; slots[at] != 0; at = (at + 1) & (slots.Length - 1))
        {
            if ((uint)(slots[at] >> 32) == hash && ++holders == MaxHolders)
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

    /// <summary>Moves what is kept of the texts from the first on into new slots.</summary>
    private void Rebuild(int first, int size)
    {
        var before = slots;
        (slots, used) = (new ulong[size], 0);
        foreach (var slot in before)
        {
            var text = (int)(uint)slot - 1 - first;
            if (slot != 0 && text >= 0)
            {
                Put((uint)(slot >> 32), text);
            }
        }
    }

    /// <summary>Kept hashes are low ones, so their bits are spread once more.</summary>
    private int Place(uint hash) => (int)((hash * 0x9E3779B97F4A7C15UL) >> 40) & (slots.Length - 1);

    private readonly record struct Text(long Id, DateTimeOffset At, int Shingles, int Kept);
}
