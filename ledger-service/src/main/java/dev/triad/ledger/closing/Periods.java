package dev.triad.ledger.closing;

import dev.triad.events.EventType;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.journal.EventRequests;
import dev.triad.ledger.period.Closing;
import dev.triad.ledger.period.Closings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the months of a group stand. */
@ApplicationScoped
class Periods {
    static final String OPEN = "open";
    static final String CLOSING = "closing";
    static final String CLOSED = "closed";

    private final Groups groups;
    private final EventRequests requests;
    private final PeriodBooks books;

    Periods(Groups groups, EventRequests requests, PeriodBooks books) {
        this.groups = groups;
        this.requests = requests;
        this.books = books;
    }

    PeriodsView of(String group) {
        Groups.Known known = groups.known(group);
        Closings closings = closings(group);
        List<PeriodView> views = new ArrayList<>();
        Optional<PeriodBooks.Months> moved = books.months(known.id());
        YearMonth first = moved.map(PeriodBooks.Months::first).orElse(null);
        YearMonth last = moved.map(PeriodBooks.Months::last).orElse(null);
        for (Closing closing : closings.all()) {
            first = first == null || closing.period().isBefore(first) ? closing.period() : first;
            last = last == null || closing.period().isAfter(last) ? closing.period() : last;
        }
        if (first != null && last != null) {
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                views.add(view(known, closings, month));
            }
        }
        return new PeriodsView(group, views);
    }

    PeriodView one(String group, YearMonth month) {
        return view(groups.known(group), closings(group), month);
    }

    Closings closings(String group) {
        return groups.snapshot().reference().closings().getOrDefault(group, Closings.NONE);
    }

    private PeriodView view(Groups.Known known, Closings closings, YearMonth month) {
        String group = known.group().name();
        int number =
                closings.closing(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        if (number < closings.size()) {
            Closing closing = closings.all().get(number);
            return view(group, month, CLOSED, closing, books.hasComeTo(group, closing), null);
        }
        Optional<EventRequests.EventRequest> asked =
                requests.byKey(group, EventType.PERIOD_CLOSED, Closures.key(group, month));
        return view(
                group,
                month,
                asked.isPresent() ? CLOSING : OPEN,
                null,
                null,
                asked.flatMap(request -> books.inSuspense(request.event().id())).orElse(null));
    }

    private static PeriodView view(
            String group,
            YearMonth month,
            String state,
            @Nullable Closing closing,
            @Nullable Boolean complete,
            @Nullable String detail) {
        return new PeriodView(
                group,
                month.toString(),
                month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                Closing.end(month),
                state,
                closing == null ? null : closing.closedAt(),
                closing == null ? null : closing.event().toString(),
                complete,
                detail);
    }
}
