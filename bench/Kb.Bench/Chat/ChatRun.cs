using System.Collections.Immutable;

namespace Kb.Bench.Chat;

/// <summary>Measures the product at rising rates, and the bare server at the best of them.</summary>
/// <param name="Url">The product; null to start it.</param>
/// <param name="Server">The product's binary; null when it runs already.</param>
/// <param name="Clients">Students; more come where a rate would break the limit of one student's messages.</param>
/// <param name="Rates">Turns a second, ascending.</param>
/// <param name="Duration">Of every rate.</param>
/// <param name="LimitMs">What 99 turns in a hundred must keep.</param>
internal sealed record ChatRun(Uri? Url, FileInfo? Server, int Clients, ImmutableArray<double> Rates, TimeSpan Duration, double LimitMs)
{
    /// <summary>A student may send 60 messages a minute; the product refuses more.</summary>
    private const double MostPerStudent = 0.9;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Asked of every school, answered from an article, and whole by themselves: the bot answers them at once, while a message that leaves
    /// room for another waits a moment by design.
    /// </summary>
    private static readonly ImmutableArray<string> Questions =
    [
        "Как получить сертификат?", "Где посмотреть запись вебинара?", "Я забыл пароль, как его восстановить?", "Сколько действует доступ к курсу?",
        "Какие есть способы оплаты?", "Как скачать материалы урока?", "Когда проверят домашнее задание?", "Можно ли вернуть деньги за курс?",
        "Видео тормозит, что делать?", "Где посмотреть расписание вебинаров?", "Как сменить пароль?", "Есть ли приложение для телефона?",
    ];

    /// <summary>Measures.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, object?>>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var product = Url is null ? await ProductServer.StartAsync(Server!, cancellationToken) : null;
        var results = await LoadAsync(Url ?? product!.Address, Rates, stopAtLimit: true, cancellationToken);
        var best = results.LastOrDefault(result => result.Holds(LimitMs)) ?? results[0];
        await using var bare = await BareServer.StartAsync(cancellationToken);
        var echo = (await LoadAsync(bare.Address, [best.Rate], stopAtLimit: false, cancellationToken))[0];
        return Figures(best, echo);
    }

    private IReadOnlyList<KeyValuePair<string, object?>> Figures(ChatResult best, ChatResult echo) =>
    [
        new("rate", best.Rate),
        new("holds_limit", best.Holds(LimitMs)),
        new("accepted_per_second", Math.Round(best.Accepted, 1)),
        new("errors", best.Errors),
        new("lost", best.Lost),
        new("p50_ms", Ms(best.ToReply, 0.5)),
        new("p99_ms", Ms(best.ToReply, 0.99)),
        new("max_ms", Ms(best.ToReply, 1)),
        new("accepted_p50_ms", Ms(best.ToReceipt, 0.5)),
        new("accepted_p99_ms", Ms(best.ToReceipt, 0.99)),
        new("bare_p50_ms", Ms(echo.ToReply, 0.5)),
        new("bare_p99_ms", Ms(echo.ToReply, 0.99)),
        new("ratio_p99", Ms(best.ToReply, 0.99) is { } ours && Ms(echo.ToReply, 0.99) is { } bare ? Math.Round(ours / bare, 1) : null),
    ];

    private async Task<List<ChatResult>> LoadAsync(Uri address, ImmutableArray<double> rates, bool stopAtLimit, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };
        var students = new List<ChatStudent>();
        var load = new ChatLoad(Questions, Patience);
        var results = new List<ChatResult>();
        try
        {
            foreach (var rate in rates)
            {
                while (students.Count < Math.Max(Clients, (int)Math.Ceiling(rate / MostPerStudent)))
                {
                    students.Add(await ChatStudent.ComeAsync(http, cancellationToken));
                }

                // Compiles what runs often, here and there.
                _ = results.Count == 0 ? await load.RunAsync(students, rate, TimeSpan.FromSeconds(Math.Min(5, Duration.TotalSeconds)), cancellationToken) : null;
                var result = await load.RunAsync(students, rate, Duration, cancellationToken);
                Progress(address, students.Count, result);
                results.Add(result);
                if (stopAtLimit && !result.Holds(LimitMs))
                {
                    break;
                }
            }
        }
        finally
        {
            foreach (var student in students)
            {
                await student.DisposeAsync();
            }
        }

        return results;
    }

    private static void Progress(Uri address, int students, ChatResult result) => Kb.Bench.Figures.Progress(
        $"{address} {students} students, {result.Rate:0} turns/s: accepted {result.Accepted:0.0}/s, errors {result.Errors}, lost {result.Lost}, reply p50 {Ms(result.ToReply, 0.5)} ms, p99 {Ms(result.ToReply, 0.99)} ms, max {Ms(result.ToReply, 1)} ms; receipt p99 {Ms(result.ToReceipt, 0.99)} ms");

    /// <summary>Null where nothing was answered: JSON knows no NaN.</summary>
    private static double? Ms(ImmutableArray<double> ascending, double share) => ascending.IsEmpty ? null : Math.Round(ChatResult.Percentile(ascending, share), 2);
}
