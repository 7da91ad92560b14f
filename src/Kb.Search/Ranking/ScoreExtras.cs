namespace Kb.Search.Ranking;

/// <summary>The points of a document that belong to no single word.</summary>
/// <param name="Coverage">For having much of the query.</param>
/// <param name="TitleCoverage">For having much of it in the title.</param>
/// <param name="TitleShare">For a title that says little else.</param>
/// <param name="Neighbours">For neighbours of the query that are neighbours in the title.</param>
internal readonly record struct ScoreExtras(float Coverage, float TitleCoverage, float TitleShare, float Neighbours)
{
    /// <summary>All of them.</summary>
    public float Sum() => Coverage + TitleCoverage + TitleShare + Neighbours;
}
