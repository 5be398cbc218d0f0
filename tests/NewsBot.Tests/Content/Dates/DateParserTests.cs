using System.Globalization;
using NewsBot.Content.Dates;

namespace NewsBot.Tests.Content.Dates;

public sealed class DateParserTests
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
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("2026-306", "2026-11-02T00:00:00Z")]
    [InlineData("261102", "2026-11-02T00:00:00Z")]
    [InlineData("-26-11", "2026-11-01T00:00:00Z")]
    [InlineData("2026-011-02T10:00:00Z", "2026-11-02T10:00:00Z")]
    [InlineData("Mon, 2026/11/02 08:19:53 EST", "2026-11-02T13:19:53Z")]
    [InlineData("2026-11-02 오후 3:05:00", "2026-11-02T06:05:00Z")]
    [InlineData("2026년 11월 02일 01:31:15", "2026-11-01T16:31:15Z")]
    [InlineData("Δευ, 02 Νοέ 2026 12:00:00 EST", "2026-11-02T17:00:00Z")]
    [InlineData("2026-november-2T9:15-05:00", "2026-11-02T14:15:00Z")]
    [InlineData("Montag, 2. März 2026 10:00 MEZ", "2026-03-02T09:00:00Z")]
    [InlineData("lunes, 2 noviembre 2026 10:00:00 +0100", "2026-11-02T09:00:00Z")]
    [InlineData("понеділок, 2 листопада 2026 10:00 +0200", "2026-11-02T08:00:00Z")]
    [InlineData("2000-02-28T18:14:55-08:00", "2000-02-29T02:14:55Z")]
    [InlineData("2026-03-05T24:00:00Z", "2026-03-06T00:00:00Z")]
    [InlineData("Thu, 05 Mar 2026 24:00 GMT", "2026-03-06T00:00:00Z")]
    [InlineData("Thu, 05 Mar 2026 10:00:00 +0200 CEST", "2026-03-05T08:00:00Z")]
    [InlineData("Thu, 05 Mar 2026 10:00:00 CEST +0200", "2026-03-05T08:00:00Z")]
    [InlineData("2026-03-05T10:00:00-05:00Z", "2026-03-05T15:00:00Z")]
    [InlineData("2026-03-05T10:00:00+01:00[Europe/Berlin]", "2026-03-05T09:00:00Z")]
    [InlineData("2026-03-05 10:00:00 Europe/Kyiv", "2026-03-05T08:00:00Z")]
    [InlineData("Thu, 05 Mar 2026 10:00:00 America/New_York", "2026-03-05T15:00:00Z")]
    [InlineData("1772704800", "2026-03-05T10:00:00Z")]
    [InlineData("1772704800000", "2026-03-05T10:00:00Z")]
    [InlineData("20260305101500", "2026-03-05T10:15:00Z")]
    [InlineData("05 Mar 26 1015 GMT", "2026-03-05T10:15:00Z")]
    [InlineData("5.3.2026 10.15 Uhr", "2026-03-05T10:15:00Z")]
    [InlineData("05.03.26", "2026-03-05T00:00:00Z")]
    [InlineData("25/03/2026", "2026-03-25T00:00:00Z")]
    [InlineData("Thu, 03/05/2026 - 10:15", "2026-03-05T10:15:00Z")]
    [InlineData("Thu, 05/03/2026 - 10:15", "2026-03-05T10:15:00Z")]
    [InlineData("Thu, 05 03 2026 10:15:00 +0100", "2026-03-05T09:15:00Z")]
    [InlineData("Fr, 06 Mar 2026 10:15:00 GMT", "2026-03-06T10:15:00Z")]
    [InlineData("Пт, 06 берез. 2026 10:15 +0200", "2026-03-06T08:15:00Z")]
    [InlineData("do, 05 mrt 2026 10:15", "2026-03-05T10:15:00Z")]
    [InlineData("mar., 03 mars 2026 10:15", "2026-03-03T10:15:00Z")]
    [InlineData("026, 05 Mar 2026 10:15:00 GMT", "2026-03-05T10:15:00Z")]
    [InlineData("5 de marzo de 2026", "2026-03-05T00:00:00Z")]
    [InlineData("le 5 mars 2026 à 10h15", "2026-03-05T10:15:00Z")]
    [InlineData("5 березня 2026 р. 10:15", "2026-03-05T10:15:00Z")]
    [InlineData("5. března 2026", "2026-03-05T00:00:00Z")]
    [InlineData("5 Mart 2026 Perşembe", "2026-03-05T00:00:00Z")]
    [InlineData("5 maaliskuuta 2026", "2026-03-05T00:00:00Z")]
    [InlineData("٥ مارس ٢٠٢٦", "2026-03-05T00:00:00Z")]
    [InlineData("2026年3月5日 下午3:05", "2026-03-05T15:05:00Z")]
    [InlineData("2026년 3월 5일 오후 3시 5분", "2026-03-05T06:05:00Z")]
    [InlineData("5 มีนาคม 2569", "2026-03-05T00:00:00Z")]
    [InlineData("5 במרץ 2026", "2026-03-05T00:00:00Z")]
    [InlineData("Thursday, March 5, 2026 at 3pm EST", "2026-03-05T20:00:00Z")]
    [InlineData("Nov. 2020", "2020-11-01T00:00:00Z")]
    public void A_date_in_a_form_that_feeds_use_is_read(string written, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), DateParser.Parse(written));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("4 hours ago")]
    [InlineData("10:00")]
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
    [InlineData("2026-367")]
    [InlineData("2026-000")]
    [InlineData("오후")]
    [InlineData("2003-13-01")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999999999999999999999")]
    [InlineData("2026-03-05T24:30:00Z")]
    [InlineData("Thu, 05 Mar 2026 24:30 GMT")]
    [InlineData("2026-03-05T10:00:00 America/Nowhere")]
    [InlineData("12345678901")]
    [InlineData("hello, 5 Mar 2026 world")]
    [InlineData("2026-03-05T10:00:00 ../../etc/passwd")]
    [InlineData("13.13.2026")]
    [InlineData("٣")]
    public void What_cannot_be_read_is_no_date_and_no_guess(string written) => Assert.Null(DateParser.Parse(written));

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-03")]
    [InlineData("March 2026")]
    public void A_month_is_a_date_and_no_day(string written)
    {
        Assert.NotNull(DateParser.Parse(written));
        Assert.Null(DateParser.ParseDay(written));
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        const string parts = "0123456789٠٣۷०४-:/., +TZ年月日오PMAMamGMTEuropeKyivMarmäreБер\uD83D\u0000()[]";
        var random = new Random(20261130);
        for (var number = 0; number < 20_000; number++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => parts[random.Next(parts.Length)])]);
            var date = DateParser.Parse(text);
            Assert.True(date is null || date.Value.Offset == TimeSpan.Zero);
            DateFinder.Find(text);
        }
    }
}
