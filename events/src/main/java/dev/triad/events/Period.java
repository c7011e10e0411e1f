package dev.triad.events;

import java.io.IOException;
import java.time.Instant;

/**
 * A span of time.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Period(Instant from, Instant to) {
    public Period {
        Require.present("period.from", from);
        Require.present("period.to", to);
        EventTimes.require(Defect.FIELD, "period.from", from);
        EventTimes.require(Defect.FIELD, "period.to", to);
        if (!from.isBefore(to)) {
            throw new InvalidEventException(Defect.FIELD, "period.from must be before period.to");
        }
    }

    static Period read(JsonFields in) throws IOException {
        Instant from = null;
        Instant to = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "from" -> from = in.time("period.from", from);
                case "to" -> to = in.time("period.to", to);
                default -> in.skip();
            }
        }
        return new Period(Require.present("period.from", from), Require.present("period.to", to));
    }
}
