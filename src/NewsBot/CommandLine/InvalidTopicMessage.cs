using NewsBot.Commands.Following;
using NewsBot.Messages;
using NewsBot.Topics.Queries;

namespace NewsBot.CommandLine;

/// <summary>What the command line says to a text that cannot be a topic: messages there are in English.</summary>
internal static class InvalidTopicMessage
{
    extension(TopicParse.Failure failure)
    {
        public string Sentence => InvalidTopicReply.Sentence(Texts.For("en"), failure);
    }
}
