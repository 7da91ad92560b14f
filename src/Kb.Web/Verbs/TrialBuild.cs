using Kb.Bot.Answers;
using Kb.Bot.Evaluation;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Web.Hosting;
using Kb.Web.Knowledge;
using Kb.Web.Knowledge.Models;

namespace Kb.Web.Verbs;

/// <summary>
/// Everything that a server makes of a base, made once for the sake of its times: the page of every face, the index, a model trained from
/// nothing. The data folder is not touched: a model out of its cache would time a file, not the training.
/// </summary>
internal static class TrialBuild
{
    public static void Run(KnowledgeBase knowledge, BuildSteps steps)
    {
        var faces = knowledge.Articles.Values.SelectMany(Faces).ToList();
        steps.Run($"Собираю {faces.Count} {RussianPlural.Form(faces.Count, "раздел", "раздела", "разделов")} статей", () => Render(knowledge, faces));
        var folder = Directory.CreateTempSubdirectory("kb-check-");
        try
        {
            var (data, answers, zone, time) = (DataFolder.Open(folder.FullName), new AnswerOptions(), TimeZoneInfo.Utc, TimeProvider.System);
            var renewal = ModelRegistration.RenewalOf(new IntentModelCache(data.Models, time), data, answers, new ModelGateOptions(), zone, time);
            new EditionBuilder(renewal, answers, zone).Build(knowledge, steps, atOnce: false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Length of all pages together, in characters.</summary>
    private static long Render(KnowledgeBase knowledge, List<(string Folder, Face Face)> faces)
    {
        var renderer = knowledge.CreateRenderer();
        return faces.Sum(face => (long)renderer.Render(face.Face.Markdown, face.Folder).Html.Length);
    }

    private static IEnumerable<(string Folder, Face Face)> Faces(Article article) =>
        new[] { article.Faces.Short, article.Faces.Template, article.Faces.Full, article.Faces.Internal, article.Faces.Card }
            .OfType<Face>()
            .Select(face => (article.File[..article.File.LastIndexOf('/')], face));
}
