using Kb.Search.Analysis;
using Kb.Search.Repair;
using Kb.Search.Tests.Analysis;

namespace Kb.Search.Tests.Repair;

public class QueryRepairTests
{
    [Fact]
    public void Every_query_of_the_table_is_read_as_it_was_meant()
    {
        var rows = Lines("repairs.tsv").Select(line => line.Split('\t')).ToList();

        var wrong = rows
            .Select(row => (Row: row, Read: SchoolWords.Repair.Read(row[0])))
            .Where(entry => entry.Read.Text != entry.Row[1] || entry.Read.Changes.Any(change => change.Kind.ToString() != entry.Row[2]))
            .Select(entry => $"{entry.Row[0]} → {entry.Read.Text} ({string.Join(", ", entry.Read.Changes.Select(change => change.Kind))}), not {entry.Row[1]} ({entry.Row[2]})");

        Assert.True(rows.Count >= 70);
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    [Fact]
    public void Nobody_touches_known_words_quotes_numbers_codes_and_addresses()
    {
        var changed = Lines("untouched.tsv").Select(SchoolWords.Repair.Read).Where(read => read.Text != read.Typed || !read.Changes.IsEmpty).Select(read => $"{read.Typed} → {read.Text}");

        Assert.True(!changed.Any(), string.Join('\n', changed));
    }

    [Fact]
    public void A_change_says_where_it_is_and_what_was_typed()
    {
        var read = SchoolWords.Repair.Read("Где скочать сертификат?");

        var change = Assert.Single(read.Changes);
        Assert.Equal("Где скачать сертификат?", read.Text);
        Assert.Equal(("скочать", "скачать", RepairKind.Typo), (change.Typed, change.Meant, change.Kind));
        Assert.Equal("скачать", read.Text[change.Place.Start..change.Place.End]);
        Assert.InRange(change.Weight, 0.5, 1);
    }

    [Theory]
    [InlineData("cертификат", "сертификат")]
    [InlineData("Cкидка", "скидка")]
    [InlineData("вoзврат дeнeг", "возврат денег")]
    [InlineData("скaчaть cepтификaт", "скачать сертификат")]
    public void Letters_that_look_alike_are_mended_and_nobody_is_told(string typed, string meant)
    {
        var read = SchoolWords.Repair.Read(typed);

        Assert.Equal(meant, read.Text);
        Assert.Empty(read.Changes);
    }

    [Fact]
    public void A_repair_that_remembers_reads_a_text_and_its_parts_as_any_other()
    {
        var remembering = SchoolWords.Repair.Remembering();

        foreach (var text in Lines("repairs.tsv").Select(line => line.Split('\t')[0]).SelectMany(text => new[] { text, text, text[..(text.Length / 2)] }))
        {
            var (expected, read) = (SchoolWords.Repair.Read(text), remembering.Read(text));

            Assert.Equal(expected.Text, read.Text);
            Assert.Equal<IEnumerable<WordChange>>(expected.Changes, read.Changes);
            Assert.Equal<IEnumerable<AlternativeText>>(expected.Alternatives, read.Alternatives);
        }
    }

    [Fact]
    public void A_word_is_new_and_not_mistyped_once_a_document_has_it()
    {
        var words = SchoolWords.Frequencies().Append(KeyValuePair.Create("скочать", 1));
        var repair = new QueryRepair(Lexicon.Build(words, 13, SchoolWords.StopWords), WordGroups.None);

        Assert.Equal("скочать", repair.Read("скочать").Text);
    }

    [Fact]
    public void Of_forms_that_are_equally_near_the_same_is_meant_whatever_order_the_words_came_in()
    {
        KeyValuePair<string, int>[] words = [KeyValuePair.Create("сертификату", 1), KeyValuePair.Create("сертификата", 1), KeyValuePair.Create("сертификаты", 1)];

        var meant = new[] { words, [.. words.Reverse()], [words[1], words[2], words[0]] }
            .Select(order => new QueryRepair(Lexicon.Build(order, 4, SchoolWords.StopWords), WordGroups.None).Read("сертивикатщ").Text)
            .Distinct();

        Assert.Equal("сертификата", Assert.Single(meant));
    }

    [Fact]
    public void Words_of_later_segments_are_known_too()
    {
        var first = LexiconSegment.Build([KeyValuePair.Create("сертификат", 3)]);
        var second = LexiconSegment.Build([KeyValuePair.Create("сортификат", 1)]);

        var repair = new QueryRepair(new Lexicon([first, second], 4, [new RussianStemFilter()], []), WordGroups.None);

        Assert.Equal("сортификат", repair.Read("сортификат").Text);
    }

    [Fact]
    public void An_empty_vocabulary_changes_nothing()
    {
        var repair = new QueryRepair(new Lexicon([], 0, [], []), WordGroups.None);

        Assert.Equal("rfr crfxfnm сертефикат", repair.Read("rfr crfxfnm сертефикат").Text);
    }

    [Fact]
    public void Any_text_is_read_and_places_lie_inside_it()
    {
        foreach (var text in HostileTexts.Random(5_000, seed: 4))
        {
            var read = SchoolWords.Repair.Read(text);

            Assert.All(read.Changes, change => Assert.Equal(change.Meant, read.Text[change.Place.Start..change.Place.End]));
            Assert.All(read.Alternatives, alternative => Assert.InRange(alternative.Place.End, alternative.Place.Start + 1, read.Text.Length));
            Assert.All(read.Alternatives, alternative => Assert.InRange(alternative.Weight, 0.01, 1));
        }
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Repair", file)).Where(line => line.Length > 0 && !line.StartsWith('#'));
}
