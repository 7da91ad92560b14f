namespace Kb.Search.Analysis;

/// <summary>Receives the words of a text one by one: an index, a list, a highlighter.</summary>
public interface ITokenSink
{
    /// <summary>Takes one word. The buffer is reused for the next one: copy what must stay.</summary>
    void Accept(TermBuffer word);
}
