package dev.triad.events;

/** What a unit says happened: the data of a CloudEvent. The set is closed. */
public sealed interface Event
        permits SaleRecorded,
                SaleReturned,
                UsageRecorded,
                CostIncurred,
                GroupDeclared,
                RatePublished,
                PeriodClosed,
                OrderRequested {

    /** The CloudEvents type and topic of this event. */
    default EventType type() {
        return switch (this) {
            case SaleRecorded _ -> EventType.SALE_RECORDED;
            case SaleReturned _ -> EventType.SALE_RETURNED;
            case UsageRecorded _ -> EventType.USAGE_RECORDED;
            case CostIncurred _ -> EventType.COST_INCURRED;
            case GroupDeclared _ -> EventType.GROUP_DECLARED;
            case RatePublished _ -> EventType.RATE_PUBLISHED;
            case PeriodClosed _ -> EventType.PERIOD_CLOSED;
            case OrderRequested _ -> EventType.ORDER_REQUESTED;
        };
    }
}
