package dev.triad.cloud.settlement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was used of one resource on one day.
 *
 * @param hours the load of each hour, from midnight UTC
 * @param users the volume of each unit, and of the customers outside together
 */
public record DayLoad(List<BigDecimal> hours, SortedMap<String, BigDecimal> users) {
    static final int HOURS = 24;

    /** A day on which nothing was used. */
    static final DayLoad NONE = new DayLoad(Collections.nCopies(HOURS, BigDecimal.ZERO), new TreeMap<>());

    public DayLoad {
        hours = List.copyOf(hours);
        users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
    }

    /** The day with more use in one of its hours. */
    DayLoad plus(int hour, String user, BigDecimal quantity) {
        List<BigDecimal> more = new ArrayList<>(hours);
        more.set(hour, more.get(hour).add(quantity));
        return new DayLoad(more, users).plus(user, quantity);
    }

    /** The day with more use of which the hour does not count. */
    DayLoad plus(String user, BigDecimal quantity) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>(users);
        sums.merge(user, quantity, BigDecimal::add);
        return new DayLoad(hours, sums);
    }

    /** The load of the highest hour. */
    BigDecimal peak() {
        return Collections.max(hours);
    }

    /** The load of the whole day. */
    BigDecimal volume() {
        return users.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
