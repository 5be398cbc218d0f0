using System.Collections.Concurrent;
using NewsBot.BotApi.Updates;

namespace NewsBot.Tests.BotApi.Updates;

public sealed class KeyedQueueTests
{
    private readonly KeyedQueue<int> queue = new();

    [Fact]
    public async Task Work_of_one_key_runs_in_its_order_and_another_key_does_not_wait_for_it()
    {
        var held = new TaskCompletionSource();
        var ran = new ConcurrentQueue<string>();
        var first = queue.EnqueueAsync(1, async () =>
        {
            await held.Task;
            ran.Enqueue("first");
        });
        var second = queue.EnqueueAsync(1, () => Note("second"));
        await queue.EnqueueAsync(2, () => Note("other"));
        Assert.Equal(["other"], ran);
        held.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(["other", "first", "second"], ran);

        Task Note(string what)
        {
            ran.Enqueue(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Work_that_fails_fails_alone()
    {
        var failing = queue.EnqueueAsync(1, () => throw new InvalidDataException());
        var next = queue.EnqueueAsync(1, () => Task.CompletedTask);
        await Assert.ThrowsAsync<InvalidDataException>(() => failing);
        await next;
    }

    [Fact]
    public async Task Thousands_of_keys_and_works_each_keep_their_order()
    {
        var ran = new ConcurrentDictionary<int, ConcurrentQueue<int>>();
        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(number => queue.EnqueueAsync(number % 100, async () =>
        {
            await Task.Yield();
            ran.GetOrAdd(number % 100, _ => new()).Enqueue(number);
        })));
        Assert.All(ran.Values, numbers => Assert.Equal(numbers.Order(), numbers));
    }
}
