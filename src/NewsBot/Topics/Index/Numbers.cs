namespace NewsBot.Topics.Index;

/// <summary>Hands out the lowest numbers that it can: given back ones first. The first is 1.</summary>
internal sealed class Numbers
{
    private readonly Stack<int> free = [];

    /// <summary>Above every number that was ever handed out.</summary>
    public int Bound { get; private set; } = 1;

    public int Take() => TryTakeAgain(out var number) ? number : Bound++;

    /// <summary>A number that was given back, if there is one.</summary>
    public bool TryTakeAgain(out int number) => free.TryPop(out number);

    public void GiveBack(int number) => free.Push(number);
}
