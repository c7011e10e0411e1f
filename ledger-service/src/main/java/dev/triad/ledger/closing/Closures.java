package dev.triad.ledger.closing;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventIds;
import dev.triad.events.EventType;
import dev.triad.events.PeriodClosed;
import dev.triad.events.Source;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.journal.EventRequests;
import dev.triad.ledger.log.EventPublisher;
import dev.triad.ledger.period.Closing;
import dev.triad.ledger.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Closes periods, each once: the event is fixed by the first request, and whoever asks again has the very same one sent
 * until the log has it.
 */
@ApplicationScoped
class Closures {
    private final Groups groups;
    private final Periods periods;
    private final PeriodBooks books;
    private final Cuts cuts;
    private final EventRequests requests;
    private final EventPublisher log;

    Closures(Groups groups, Periods periods, PeriodBooks books, Cuts cuts, EventRequests requests, EventPublisher log) {
        this.groups = groups;
        this.periods = periods;
        this.books = books;
        this.cuts = cuts;
        this.requests = requests;
        this.log = log;
    }

    /** The key under which a closing is asked for. */
    static String key(String group, YearMonth month) {
        return "close " + group + " " + month;
    }

    PeriodView close(String group, YearMonth month) {
        Groups.Known known = groups.known(group);
        for (Closing closing : periods.closings(group).all()) {
            if (closing.period().equals(month)) {
                return periods.one(group, month);
            }
            if (closing.period().isAfter(month)) {
                throw Problems.PERIOD_CLOSED.because(
                        "%s is closed, and with it all that is earlier.".formatted(closing.period()));
            }
        }
        String key = key(group, month);
        EventRequests.EventRequest request = requests.byKey(group, EventType.PERIOD_CLOSED, key)
                .orElseGet(() -> requests.begin(key, event(known, month, key)));
        if (!request.acknowledged()) {
            log.publish(
                    request.event(),
                    "Ask again; then the period is closed once, as of when it was first asked, whatever became of this"
                            + " attempt.");
            requests.acknowledged(request.event().id());
        }
        return periods.one(group, month);
    }

    private CloudEvent event(Groups.Known known, YearMonth month, String key) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        requireOver(known, month, now);
        String group = known.group().name();
        Source source =
                new Source(group, known.group().units().keySet().iterator().next());
        return new CloudEvent(
                EventIds.derived(now, source, "closing", month.toString()),
                source,
                group,
                now,
                key,
                new PeriodClosed(month.toString(), cuts.take(group, Closing.end(month))));
    }

    /** By the wall clock, or by what the group's books have come to: simulated time may be ahead. */
    private void requireOver(Groups.Known known, YearMonth month, Instant now) {
        Instant end = Closing.end(month);
        boolean over = !now.isBefore(end)
                || books.months(known.id())
                        .map(moved -> moved.last().isAfter(month))
                        .orElse(false);
        if (!over) {
            throw Problems.PERIOD_NOT_OVER.because(
                    "%s lasts until %s, and the books hold nothing later yet.".formatted(month, end));
        }
    }
}
