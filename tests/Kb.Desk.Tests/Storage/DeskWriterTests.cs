using Kb.Desk.Conversations;
using Kb.Desk.Notices;
using Kb.Desk.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tests.Storage;

public sealed class DeskWriterTests
{
    [Fact]
    public async Task A_work_that_found_the_database_busy_runs_again_from_its_start()
    {
        await using var desk = await TestDesk.StartAsync();
        var attempts = 0;

        var id = await desk.WriteAsync(async (write, token) =>
        {
            var started = await StartConversation.HandleAsync(write, TestDesk.Session("s"), token);
            return ++attempts < 3 ? throw new SqliteException("database is locked", 5) : started.Id;
        });

        Assert.Equal(3, attempts);
        Assert.Equal(id, await desk.ReadAsync(db => db.Conversations.Select(conversation => conversation.Id).SingleAsync()));
    }

    [Fact]
    public async Task A_second_process_that_holds_the_lock_for_a_second_is_waited_for()
    {
        await using var desk = await TestDesk.StartAsync();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(desk.Folder, "kb.db")}");
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();

        var write = Task.Run(() => desk.StartConversationAsync(TestDesk.Session("s")));
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        Assert.False(write.IsCompleted);
        await transaction.RollbackAsync();

        Assert.NotEmpty((await write).Value);
    }

    [Theory]
    [InlineData(13, StorageFailure.DiskFull)]
    [InlineData(10, StorageFailure.Broken)]
    [InlineData(8, StorageFailure.Broken)]
    public async Task A_disk_that_fails_is_told_from_a_bug_and_nothing_is_stored(int code, StorageFailure expected)
    {
        await using var desk = await TestDesk.StartAsync();

        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => desk.WriteAsync<int>(async (write, token) =>
        {
            await StartConversation.HandleAsync(write, TestDesk.Session("s"), token);
            throw new DbUpdateException("", new SqliteException("", code));
        }));

        Assert.Equal(expected, failure.Reason);
        Assert.Equal(0, await desk.ReadAsync(db => db.Conversations.CountAsync()));
    }

    [Fact]
    public async Task A_bug_in_the_work_is_not_called_a_storage_failure_and_the_next_write_goes_on()
    {
        await using var desk = await TestDesk.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => desk.WriteAsync<int>((_, _) => throw new ArgumentException("bug")));

        Assert.NotEmpty((await desk.StartConversationAsync(TestDesk.Session("s"))).Value);
    }

    [Fact]
    public async Task Watchers_hear_of_a_write_only_when_it_is_stored()
    {
        await using var desk = await TestDesk.StartAsync();
        using var watch = desk.Get<DeskNotices>().Watch(DeskTopic.Tickets);

        await desk.WriteAsync((write, _) =>
        {
            write.Announce(DeskTopic.Tickets);
            write.Abandon();
            return Task.FromResult(0);
        });
        var rangAfterAbandon = await watch.WaitAsync(TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
        await desk.OpenTicketAsync(TestDesk.Session("s"));

        Assert.False(rangAfterAbandon);
        Assert.True(await watch.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, CancellationToken.None));
    }
}
