using System.CommandLine;
using Kb.Bench;
using Kb.Bench.Chat;
using Kb.Bench.Comparison;
using Kb.Bench.Intents;
using Kb.Bench.Messages;
using Kb.Bench.Retrieval;
using Kb.Bench.Strings;

var root = new RootCommand("Measures Kb on data that it is given. The last line of standard output is one JSON object with the figures.")
{
    CompareVerb.Create(),
    ChatVerb.Create(),
    IntentsVerb.Create(),
    MessagesVerb.Create(),
    PublishVerb.Create(),
    RetrievalVerb.Create(),
    StringsVerb.Create(),
};

return await BenchCommandLine.RunAsync(root, args, Console.Error);
