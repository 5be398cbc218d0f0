using NewsBot.Commands;
using NewsBot.Messages;
using NewsBot.Topics.Queries;

namespace NewsBot.CommandLine;

/// <summary>What the command line says to a text that cannot be a topic: messages there are in English.</summary>
internal static class TopicRefusalSentence
{
    extension(TopicParse.Failure failure)
    {
        public string Sentence => TopicRefusal.Sentence(Texts.For("en"), failure);
    }
}
