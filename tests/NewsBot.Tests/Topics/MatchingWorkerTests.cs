using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using NewsBot.Articles;
using NewsBot.Hosting;
using NewsBot.Storage;
using NewsBot.Tests.Support;
using NewsBot.Topics;

namespace NewsBot.Tests.Topics;

public sealed class MatchingWorkerTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task The_loop_takes_up_what_waits_and_rings_for_the_next_stage()
    {
        var stop = TestContext.Current.CancellationToken;
        await using (var db = store.Open())
        {
            await db.FindOrCreateAsync(Some.Query("NATO"), DateTimeOffset.UnixEpoch, stop);
            for (var count = 0; count < 120; count++)
            {
                await StoredArticle.AddAsync(db, $"NATO meets for the {count}th time", "", isNews: true, story: null, DateTimeOffset.UnixEpoch);
            }
        }

        await using var services = Services();
        var loop = services.GetServices<IHostedService>().OfType<MatchingWorker>().Single();
        await loop.StartAsync(stop);
        await services.GetRequiredService<WorkSignal<NewsBot.Topics.Match>>().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, stop);
        await using var reading = store.Open();
        while (await reading.Articles.AnyAsync(article => article.MatchedAt == null, stop))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, stop);
        }

        await loop.StopAsync(stop);
        Assert.Equal(120, await reading.Matches.CountAsync(stop));
    }

    private ServiceProvider Services()
    {
        var lifetime = new Mock<IHostApplicationLifetime>();
        lifetime.Setup(host => host.ApplicationStarted).Returns(new CancellationToken(canceled: true));
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(lifetime.Object)
            .AddSingleton<Heartbeats>()
            .AddSingleton<WorkerContext>()
            .AddSingleton(store.Factory)
            .AddTopics()
            .BuildServiceProvider();
    }
}
