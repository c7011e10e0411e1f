package dev.triad.store.order;

import dev.triad.events.CloudEvent;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An order with what has come back of it. Not thread-safe: the book guards it. */
final class Order {
    private final CloudEvent event;
    private final SaleRecorded sale;
    private final Map<UUID, SaleReturned> returns = new HashMap<>();

    Order(CloudEvent event, SaleRecorded sale) {
        this.event = event;
        this.sale = sale;
    }

    CloudEvent event() {
        return event;
    }

    SaleRecorded sale() {
        return sale;
    }

    /** How many of a line, counted from 1, have come back. */
    BigDecimal returned(int line) {
        BigDecimal sum = BigDecimal.ZERO;
        for (SaleReturned returned : returns.values()) {
            for (ReturnLine one : returned.lines()) {
                if (one.line() != null && one.line() == line) {
                    sum = sum.add(one.quantity());
                }
            }
        }
        return sum;
    }

    /** How many of a line can still come back; nothing of a line that the order does not have. */
    BigDecimal remaining(int line) {
        return line < 1 || line > sale.lines().size()
                ? BigDecimal.ZERO
                : sale.lines().get(line - 1).quantity().subtract(returned(line));
    }

    /**
     * Notes a return, once for each id.
     *
     * @return the line, counted from 1, of which more would come back than was sold; empty when it is noted
     */
    Optional<Integer> note(UUID id, SaleReturned returned) {
        if (returns.containsKey(id)) {
            return Optional.empty();
        }
        Map<Integer, BigDecimal> wanted = new HashMap<>();
        for (ReturnLine line : returned.lines()) {
            int number = line.line() == null ? 0 : line.line();
            BigDecimal sum = wanted.merge(number, line.quantity(), BigDecimal::add);
            if (sum.compareTo(remaining(number)) > 0) {
                return Optional.of(number);
            }
        }
        returns.put(id, returned);
        return Optional.empty();
    }

    /** Forgets a return that did not come about. */
    void forget(UUID id) {
        returns.remove(id);
    }
}
