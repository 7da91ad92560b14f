using System.CommandLine;
using Kb.Web.Verbs;

var shared = new SharedOptions();
var kb = new RootCommand("Kb answers students from one knowledge base and hands the rest to people. Without a verb it serves.")
{
    ServeVerb.Create(shared),
    SearchVerb.Create(shared),
    AskVerb.Create(shared),
    ClassifyVerb.Create(shared),
    EvalVerb.Create(shared),
    CheckVerb.Create(shared),
    KeyVerb.Create(shared),
    UserVerb.Create(shared),
    SiteVerb.Create(shared),
};
shared.AddTo(kb);
ServeVerb.MakeDefaultOf(kb, shared);

return await CommandLine.RunAsync(kb, args);
