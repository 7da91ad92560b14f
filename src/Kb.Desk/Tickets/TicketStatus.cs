namespace Kb.Desk.Tickets;

/// <summary>Where a ticket stands.</summary>
public enum TicketStatus
{
    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>Somebody finds out what it is about.</summary>
    Triage,

    /// <summary>Somebody works on it.</summary>
    InProgress,

    /// <summary>The student owes an answer.</summary>
    WaitingRequester,

    /// <summary>Another team owes an answer.</summary>
    InternalRequest,

    /// <summary>Resolved; waits for the student to confirm.</summary>
    Feedback,

    /// <summary>Done.</summary>
    Closed,
}

/// <summary>What people see instead of the stable keys.</summary>
public static class TicketStatusLabels
{
    /// <summary>The label, in Russian.</summary>
    public static string Label(this TicketStatus status) => status switch
    {
        TicketStatus.Open => "Открыт",
        TicketStatus.Triage => "Классификация",
        TicketStatus.InProgress => "В работе",
        TicketStatus.WaitingRequester => "Ожидание от инициатора",
        TicketStatus.InternalRequest => "Внутренний запрос",
        TicketStatus.Feedback => "Обратная связь",
        TicketStatus.Closed => "Закрыт",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status."),
    };
}
