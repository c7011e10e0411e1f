package dev.triad.cli.imports.format;

import dev.triad.cli.imports.input.UnreadableFileException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was sold and has not come back, so that a cancellation, which does not name its sale, finds it: the same
 * customer and stock code, the newest earlier sale first, at no lower price than is refunded.
 */
final class SoldGoods {
    /** How many sold lines are remembered; each takes some 250 bytes. */
    private static final int LINES_MAX = 2_000_000;

    /** How many sales of the same goods to the same customer are looked through; beyond, the newest count. */
    private static final int SALES_MAX = 1_000;

    private final Map<Buyer, List<Sold>> sold = new HashMap<>();

    /** Customers, stock codes and invoices, which recur, so that each is held once. */
    private final Map<String, String> names = new HashMap<>();

    private int lines;

    /**
     * A part of a return and the line of the sale that it comes from.
     *
     * @param sale the sale's event; null when none was found
     * @param order the sale's invoice; null when none was found
     * @param line the sale's line, from 1
     * @param quantity how many pieces of it
     */
    record Match(@Nullable UUID sale, @Nullable String order, int line, BigDecimal quantity) {}

    void add(UUID sale, int line, RetailLine goods) {
        if (goods.customer() == null) {
            return;
        }
        if (++lines > LINES_MAX) {
            throw new UnreadableFileException(
                    "the file holds more than %,d sold lines, too many to match returns to; split it by year"
                            .formatted(LINES_MAX));
        }
        List<Sold> byTime = sold.computeIfAbsent(
                new Buyer(once(goods.customer()), once(goods.stockCode())), _ -> new ArrayList<>(1));
        int position = byTime.size();
        while (position > 0 && byTime.get(position - 1).time.isAfter(goods.time())) {
            position--;
        }
        byTime.add(position, new Sold(sale, once(goods.invoice()), line, goods));
        if (byTime.size() > SALES_MAX) {
            byTime.removeFirst();
        }
    }

    /** Takes back what a line of a cancellation returns; what no sale accounts for comes last, without one. */
    List<Match> takeBack(RetailLine goods) {
        List<Match> matches = new ArrayList<>(1);
        BigDecimal left = goods.quantity().negate();
        List<Sold> byTime = soldTo(goods.customer(), goods.stockCode());
        for (int i = byTime.size() - 1; i >= 0 && left.signum() > 0; i--) {
            Sold candidate = byTime.get(i);
            if (candidate.covers(goods)) {
                BigDecimal taken = candidate.take(left);
                left = left.subtract(taken);
                matches.add(new Match(candidate.sale, candidate.order, candidate.line, taken));
                if (candidate.remaining.signum() == 0) {
                    byTime.remove(i);
                }
            }
        }
        if (left.signum() > 0) {
            matches.add(new Match(null, null, 0, left));
        }
        return matches;
    }

    private List<Sold> soldTo(@Nullable String customer, String stockCode) {
        return customer == null ? List.of() : sold.getOrDefault(new Buyer(customer, stockCode), List.of());
    }

    private String once(String name) {
        String first = names.putIfAbsent(name, name);
        return first == null ? name : first;
    }

    private record Buyer(String customer, String stockCode) {}

    private static final class Sold {
        private final UUID sale;
        private final String order;
        private final int line;
        private final Instant time;
        private final BigDecimal price;
        private BigDecimal remaining;

        Sold(UUID sale, String order, int line, RetailLine goods) {
            this.sale = sale;
            this.order = order;
            this.line = line;
            this.time = goods.time();
            this.price = goods.price();
            this.remaining = goods.quantity();
        }

        /** Takes as much as is asked for, or all that is left. */
        BigDecimal take(BigDecimal asked) {
            BigDecimal taken = asked.min(remaining);
            remaining = remaining.subtract(taken);
            return taken;
        }

        boolean covers(RetailLine returned) {
            return !time.isAfter(returned.time()) && price.compareTo(returned.price()) >= 0;
        }
    }
}
