using System.Globalization;
using NewsBot.Content.Dates;

namespace NewsBot.Tests.Content.Dates;

public sealed class DateFinderTests
{
    [Theory]
    [InlineData("Published: 3 March 2026, 10:15 PM EST by Ann Moor", "2026-03-04T03:15:00Z")]
    [InlineData("Am 5. März 2026 um 10:15 Uhr", "2026-03-05T10:15:00Z")]
    [InlineData("Stand: 05.03.2026 10:15", "2026-03-05T10:15:00Z")]
    [InlineData("Updated 2026-03-05T10:15:00+01:00", "2026-03-05T09:15:00Z")]
    [InlineData("By Ann Moor Mar 5, 2026", "2026-03-05T00:00:00Z")]
    [InlineData("5 de marzo de 2026 a las 10:15", "2026-03-05T10:15:00Z")]
    [InlineData("Опубликовано 5 марта 2026 г., 10:15", "2026-03-05T10:15:00Z")]
    [InlineData("公開 2026年3月5日", "2026-03-05T00:00:00Z")]
    [InlineData("25/05/2026", "2026-05-25T00:00:00Z")]
    public void The_first_date_with_a_year_is_found(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), DateFinder.Find(text));

    [Theory]
    [InlineData("5 March, 4 hours ago")]
    [InlineData("03/05/2026")]
    [InlineData("It happened in 2026")]
    [InlineData("Version 1.2.2026.5")]
    [InlineData("31 February 2026")]
    [InlineData("")]
    public void What_is_no_day_of_a_year_is_not(string text) => Assert.Null(DateFinder.Find(text));
}
