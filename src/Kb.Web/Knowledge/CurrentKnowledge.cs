namespace Kb.Web.Knowledge;

/// <summary>The edition that serves now. Readers take it once a request; a new edition replaces it in one step.</summary>
internal sealed class CurrentKnowledge
{
    private volatile KnowledgeEdition? _edition;

    /// <summary>Held by whoever makes the next edition out of this one, for seconds; readers need no lock.</summary>
    public Lock Changing { get; } = new();

    /// <summary>The edition.</summary>
    /// <exception cref="InvalidOperationException">The host has not opened the base yet.</exception>
    public KnowledgeEdition Edition => _edition ?? throw new InvalidOperationException("The knowledge base is not open yet.");

    /// <summary>Whether there is an edition to serve.</summary>
    public bool IsOpen => _edition is not null;

    /// <summary>Publishes an edition.</summary>
    public void Publish(KnowledgeEdition edition) => _edition = edition;
}
