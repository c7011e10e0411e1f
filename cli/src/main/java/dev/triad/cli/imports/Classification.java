package dev.triad.cli.imports;

import dev.triad.cli.imports.delivery.Delivery;
import dev.triad.cli.imports.format.Output;
import dev.triad.events.CloudEvent;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Passes events on, and sums up what the lines of the file were. */
final class Classification implements Output {
    /**
     * The sum of some lines.
     *
     * @param name what they have in common
     * @param becomes what they are posted as
     * @param lines how many
     * @param amount their sum
     */
    record Total(String name, String becomes, long lines, BigDecimal amount) {
        Total plus(long moreLines, BigDecimal more) {
            return new Total(name, becomes, lines + moreLines, amount.add(more));
        }
    }

    private final Delivery delivery;
    private final Map<String, Total> classes = new HashMap<>();
    private final Map<String, Total> notes = new TreeMap<>();

    Classification(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void event(CloudEvent event) {
        delivery.accept(event);
    }

    @Override
    public void classify(String lineClass, String becomes, BigDecimal amount) {
        classes.merge(lineClass, new Total(lineClass, becomes, 1, amount), (sum, _) -> sum.plus(1, amount));
    }

    @Override
    public void note(String name, long count, BigDecimal amount) {
        notes.merge(name, new Total(name, "", count, amount), (sum, _) -> sum.plus(count, amount));
    }

    /** The classes: first what is posted, then what is not, the largest amounts first. */
    List<Total> classes() {
        return classes.values().stream()
                .sorted(Comparator.comparing((Total total) -> total.becomes().equals(NOT_POSTED))
                        .thenComparing(total -> total.amount().abs().negate())
                        .thenComparing(Total::name))
                .toList();
    }

    List<Total> notes() {
        return List.copyOf(notes.values());
    }

    /** The whole file but its rejected lines. */
    Total all() {
        Total all = new Total("whole file", "", 0, BigDecimal.ZERO);
        for (Total total : classes.values()) {
            all = all.plus(total.lines(), total.amount());
        }
        return all;
    }
}
