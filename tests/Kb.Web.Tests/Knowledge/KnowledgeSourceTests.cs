using Kb.Web.Hosting;
using Kb.Web.Knowledge;

namespace Kb.Web.Tests.Knowledge;

public sealed class KnowledgeSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-knowledge-");
    private readonly KnowledgeSource _source;

    public KnowledgeSourceTests()
    {
        Directory.CreateDirectory(Path.Combine(Content, "articles"));
        Write("register.yaml", """
            types:
              - id: documents
                name: Документы
                kinds: [{id: certificate-get, name: Сертификат, line: 1, service: today, answer: self}]
            """);
        Write("articles/certificate-get.md", """
            ---
            id: certificate-get
            title: Как получить сертификат
            kind: certificate-get
            audience: public
            owner: documents
            verified_on: 2026-11-12
            ---

            # Кратко

            Откройте раздел «Документы».

            # Подробно

            Он в личном кабинете.
            """);
        _source = KnowledgeSource.Of(Content, DataFolder.Open(Path.Combine(_folder.FullName, "data")));
    }

    private string Content => Path.Combine(_folder.FullName, "content");

    [Fact]
    public void A_good_folder_gives_an_edition() =>
        Assert.Single(Assert.IsType<KnowledgeReading.Good>(Read()).Edition.Base.Articles);

    [Fact]
    public void Reading_alone_keeps_no_copy()
    {
        Read();
        Write("register.yaml", "types: [");

        Assert.IsType<KnowledgeReading.Refused>(Read());
    }

    [Fact]
    public void A_broken_edit_leaves_the_previous_base_serving_and_names_the_line()
    {
        Read();
        _source.Keep();
        Write("articles/certificate-get.md", "---\nid: [\n---\n");

        var previous = Assert.IsType<KnowledgeReading.Previous>(Read());

        Assert.Equal("Как получить сертификат", Assert.Single(previous.Edition.Base.Articles.Values).Title);
        Assert.Contains(previous.Findings, finding => finding.File == "articles/certificate-get.md" && finding.Line > 0);
    }

    [Fact]
    public void A_deleted_folder_leaves_the_previous_base_serving()
    {
        Read();
        _source.Keep();
        Directory.Delete(Content, recursive: true);

        Assert.IsType<KnowledgeReading.Previous>(Read());
    }

    [Fact]
    public void A_broken_first_folder_is_refused()
    {
        Write("register.yaml", "types: [");

        Assert.NotEmpty(Assert.IsType<KnowledgeReading.Refused>(Read()).Findings);
    }

    [Fact]
    public void A_kill_while_the_copy_is_swapped_leaves_a_whole_copy()
    {
        var copy = Path.Combine(_folder.FullName, "copy");
        new LastGoodContent(copy).Keep(Content);
        Directory.Move(copy, copy + ".old");
        Directory.CreateDirectory(copy + ".next");

        var found = new LastGoodContent(copy).Find();

        Assert.True(File.Exists(Path.Combine(found!, "register.yaml")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private KnowledgeReading Read() => _source.Read(new Progress<string>(), atOnce: true);

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(Content, path), text);
}
