using System.Globalization;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Sources.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Mon, 02 Nov 2026 10:00:00 GMT", "2026-11-02T10:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 +0200", "2026-11-02T08:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 -05:30", "2026-11-02T15:30:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 GMT+2", "2026-11-02T08:00:00Z")]
    [InlineData("Mon, 2 Nov 2026 10:00:00 GMT +0200", "2026-11-02T08:00:00Z")]
    [InlineData("Wed, 19 Feb 2012 22:40:00 GMT-01:01", "2012-02-19T23:41:00Z")]
    [InlineData("02 Nov 26 10:00 EST", "2026-11-02T15:00:00Z")]
    [InlineData("Thu, 30 Apr 2015 08:57:00 MET", "2015-04-30T07:57:00Z")]
    [InlineData("Mon, 26 January 2004 16:31:00 CT", "2004-01-26T22:31:00Z")]
    [InlineData("Mon, 13 Feb, 2012 06:28:00 UTC", "2012-02-13T06:28:00Z")]
    [InlineData("Wed, 04 Mar 1998 09:00:00 PST (Pacific)", "1998-03-04T17:00:00Z")]
    [InlineData("Tues, 3 Sept 2024 7:05:00 PM EDT", "2024-09-03T23:05:00Z")]
    [InlineData("September 3, 2024 12:30 a.m.", "2024-09-03T00:30:00Z")]
    [InlineData("3rd September 2024", "2024-09-03T00:00:00Z")]
    [InlineData("26-Jan-2004 16:31", "2004-01-26T16:31:00Z")]
    [InlineData("Sun Jul 15 01:16:00 +0000 2012", "2012-07-15T01:16:00Z")]
    [InlineData("Thu Aug 9 14:30:00 2012", "2012-08-09T14:30:00Z")]
    [InlineData("Fri, 31 Dec 1999 23:59:60 GMT", "1999-12-31T23:59:59Z")]
    [InlineData("  Mon,\n 02 Nov 2026 10:00:00 GMT ", "2026-11-02T10:00:00Z")]
    [InlineData("2026-11-02T10:00:00Z", "2026-11-02T10:00:00Z")]
    [InlineData("2026-11-02T10:00:00.1234567+01:00", "2026-11-02T09:00:00Z")]
    [InlineData("2026-11-02T10:00+01", "2026-11-02T09:00:00Z")]
    [InlineData("2026-11-02 10:00:00 +0100", "2026-11-02T09:00:00Z")]
    [InlineData("2026-11-02 10:00:00 EST", "2026-11-02T15:00:00Z")]
    [InlineData("2026-11-02t10:00:00z", "2026-11-02T10:00:00Z")]
    [InlineData("2026/11/02 10:00", "2026-11-02T10:00:00Z")]
    [InlineData("20261102T100000Z", "2026-11-02T10:00:00Z")]
    [InlineData("2026-11-02", "2026-11-02T00:00:00Z")]
    [InlineData("2003-12", "2003-12-01T00:00:00Z")]
    [InlineData("2000-02-28T18:14:55-08:00", "2000-02-29T02:14:55Z")]
    public void A_date_in_a_form_that_feeds_use_is_read(string written, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), FeedDate.Parse(written));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("4 hours ago")]
    [InlineData("10:00")]
    [InlineData("2026")]
    [InlineData("02/11/2026")]
    [InlineData("Sun, 99 Jun 2009 12:00:00 GMT")]
    [InlineData("Sun, 30 Feb 2009 12:00:00 GMT")]
    [InlineData("Sun, 16 Dec 2012 11:47:32 +zz:00")]
    [InlineData("Sun, 16 Dec 2012 11:47:32 IST")]
    [InlineData("Sun, 16 Dec 2012 11:47:32 XYZ")]
    [InlineData("Sun, 16 Dec 2012 13:47 PM")]
    [InlineData("2003-12-31T25:14:55Z")]
    [InlineData("2003-12-31T10:14:61Z")]
    [InlineData("2013-01-27-01")]
    [InlineData("2003-13-01")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999999999999999999999")]
    public void What_cannot_be_read_is_no_date_and_no_guess(string written) => Assert.Null(FeedDate.Parse(written));
}
