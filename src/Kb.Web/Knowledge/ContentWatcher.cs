using System.Collections.Immutable;
using Kb.Content.Lint;
using Microsoft.Extensions.Options;

namespace Kb.Web.Knowledge;

/// <summary>
/// Opens the base before the server listens, then follows the folder: an edit is checked and built beside serving and swapped in
/// whole. A folder with errors changes nothing but the log.
/// </summary>
internal sealed class ContentWatcher(
    KnowledgeSource source,
    CurrentKnowledge current,
    IOptions<ContentOptions> options,
    TimeProvider time,
    ILogger<ContentWatcher> log) : BackgroundService
{
    private ContentStamp _seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _seen = ContentStamp.Of(source.Content);
        await Task.Run(Open, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, time);
        while (await NextLookAsync(timer, stoppingToken))
        {
            var stamp = ContentStamp.Of(source.Content);
            if (stamp != _seen && TryFollow())
            {
                _seen = stamp;
            }
        }
    }

    /// <summary>False when the server stops: an ordinary end, not a failed worker.</summary>
    private static async Task<bool> NextLookAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Open()
    {
        switch (source.Read(new LogProgress(log)))
        {
            case KnowledgeReading.Good(var edition):
                current.Publish(edition);
                Keep();
                break;
            case KnowledgeReading.Previous(var edition, var findings):
                Report(findings);
                log.ServingPrevious(source.Content);
                current.Publish(edition);
                break;
            case KnowledgeReading.Refused(var findings):
                throw new ContentRefusedException(findings);
        }
    }

    /// <summary>Whether the folder could be read; otherwise the next look tries again.</summary>
    private bool TryFollow()
    {
        try
        {
            switch (source.Read(new LogProgress(log)))
            {
                case KnowledgeReading.Good(var edition):
                    current.Publish(edition);
                    Keep();
                    log.EditionPublished(edition.Base.Fingerprint, edition.Base.Articles.Count);
                    break;
                case KnowledgeReading.Previous(_, var findings):
                    Report(findings);
                    log.EditRefused(source.Content);
                    break;
                case KnowledgeReading.Refused(var findings):
                    Report(findings);
                    log.EditRefused(source.Content);
                    break;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder is being replaced under our hands, or the disk is in trouble: what serves goes on serving.
            log.ContentUnreadable(source.Content, exception);
            return false;
        }

        return true;
    }

    private void Keep()
    {
        try
        {
            source.Keep();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk must not keep a good edition from serving; the earlier copy stays.
            log.CopyNotKept(exception);
        }
    }

    private void Report(ImmutableArray<ContentFinding> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Severity == FindingSeverity.Error))
        {
            log.Finding(finding.ToString());
        }
    }

    private sealed class LogProgress(ILogger log) : IProgress<string>
    {
        public void Report(string value) => log.Progress(value);
    }
}
