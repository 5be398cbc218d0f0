using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox;

public sealed class BroadcastContentTests
{
    private readonly BroadcastContent announcement = new() { Body = MessageJson.Write(MessageBuilder.Plain("Hello")), IsOpen = true };

    [Fact]
    public void Ten_refusals_in_a_row_close_it_and_one_that_is_sent_begins_the_count_anew()
    {
        Refuse(9);
        announcement.Count(new SendOutcome.Sent(5));
        Refuse(9);
        Assert.True(announcement.IsOpen);
        Refuse(1);
        Assert.False(announcement.IsOpen);
        Assert.Equal("Bad Request: message to copy not found", announcement.ClosedBecause);
    }

    [Fact]
    public void Refusals_that_end_after_people_have_paused_it_are_not_why_it_is_closed()
    {
        announcement.IsOpen = false;
        Refuse(10);
        Assert.Null(announcement.ClosedBecause);
    }

    [Fact]
    public void Every_reader_is_told_how_to_have_no_more_of_them()
    {
        var message = announcement.Say(Texts.For("en"));
        Assert.Equal("Hello", message.PlainText());
        Assert.Equal([new Button("No more announcements", "announcements:off")], Assert.Single(message.Rows));
    }

    private void Refuse(int times)
    {
        for (var time = 0; time < times; time++)
        {
            announcement.Count(new SendOutcome.Rejected("Bad Request: message to copy not found"));
        }
    }
}
