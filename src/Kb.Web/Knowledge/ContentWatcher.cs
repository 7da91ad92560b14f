using System.Collections.Immutable;
using Kb.Content.Lint;
using Kb.Web.Knowledge.Models;
using Microsoft.Extensions.Options;

namespace Kb.Web.Knowledge;

/// <summary>
/// Opens the base before the server listens, then follows the folder: an edit is checked and built beside serving and swapped in
/// whole, then the bot learns from it. A folder with errors changes nothing but the log.
/// </summary>
internal sealed class ContentWatcher(
    KnowledgeSource source,
    CurrentKnowledge current,
    BotRenewal renewal,
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
        await Task.Run(() => Renew(stoppingToken), stoppingToken);
        using var timer = new PeriodicTimer(options.Value.PollInterval, time);
        while (await NextLookAsync(timer, stoppingToken))
        {
            var stamp = ContentStamp.Of(source.Content);
            if (stamp != _seen && TryFollow(stoppingToken))
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
        switch (source.Read(new LogProgress(log), atOnce: true))
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
    private bool TryFollow(CancellationToken stoppingToken)
    {
        using var changing = current.Changing.EnterScope();
        try
        {
            switch (source.Read(new LogProgress(log), atOnce: true))
            {
                case KnowledgeReading.Good(var edition):
                    current.Publish(edition);
                    Keep();
                    log.EditionPublished(edition.Base.Fingerprint, edition.Base.Articles.Count);
                    Renew(stoppingToken);
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

    /// <summary>Texts are out already: whatever becomes of the bot, it does not keep them back.</summary>
    private void Renew(CancellationToken stoppingToken)
    {
        using var changing = current.Changing.EnterScope();
        var edition = current.Edition;
        try
        {
            var renewed = renewal.Renew(edition, new BuildSteps(new LogProgress(log), time), stoppingToken);
            current.Publish(renewed);
            if (renewed.Model.Id != edition.Model.Id)
            {
                log.ModelTaken(renewed.Model.Id);
            }
            else if (edition.Model.IsDue && renewed.Model.Held is { Exam: { } exam })
            {
                log.ModelHeld(renewed.Model.Id, string.Join(' ', exam.Objections));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops: the next start goes on with the model in charge and trains again.
        }
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
