using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Tests.Storage;

public sealed class StoreErrorsTests
{
    [Theory]
    [InlineData(5, "locked by another process")]
    [InlineData(6, "locked by another process")]
    [InlineData(8, "read-only")]
    [InlineData(10, "SQLite code 522")]
    [InlineData(11, "damaged")]
    [InlineData(13, "disk is full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "damaged")]
    public void What_the_operator_can_mend_is_a_sentence_however_deep_it_lies(int code, string said) => Assert.Contains(
        said,
        StoreErrors.Describe(new DbUpdateException("An error occurred.", new InvalidOperationException("outer", new SqliteException("inner", code, 522)))),
        StringComparison.Ordinal);

    [Fact]
    public void What_says_itself_why_the_store_is_unusable_is_repeated_as_it_is() =>
        Assert.Equal("It is gone.", StoreErrors.Describe(new StoreUnusableException("It is gone.", new SqliteException("locked", 5))));

    [Theory]
    [InlineData(1)] // SQL error
    [InlineData(19)] // constraint
    public void A_mistake_in_what_is_written_is_no_fault_of_the_store(int code)
    {
        Assert.Null(StoreErrors.Describe(new DbUpdateException("An error occurred.", new SqliteException("no such table", code))));
        Assert.Null(StoreErrors.DescribeAtStart(new InvalidOperationException("A bug.")));
    }

    [Fact]
    public void At_the_start_a_folder_that_cannot_be_created_is_the_stores_fault_too() =>
        Assert.Equal("No space left.", StoreErrors.DescribeAtStart(new IOException("No space left.")));
}
