package dev.triad.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.triad.cli.stack.Component;
import dev.triad.cli.workload.Expectation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the rounds of a drain came to. Rates are from the first batch on the books until everything was on them and
 * nothing waited any more; what came before the first batch is told apart, as start-up.
 *
 * @param records the records in the log, duplicates included
 * @param events the different events in them
 * @param postings what these posted
 * @param eventsPerSecond records taken up in a second
 * @param postingsPerSecond postings made in a second
 * @param ceilingRatio the drain's speed as a part of the ceiling's; absent when that was not measured
 * @param ceilingRowsPerSecond entries copied in a second into a table without any index
 * @param readySeconds from the ledger's launch until it said that it was ready
 * @param firstBatchSeconds from the ledger's launch until its first batch was on the books
 * @param wholeSeconds from the ledger's launch until everything was on the books: a rebuild from the log
 * @param settleSeconds from the end of the log until nothing waited any more
 * @param bytesPerEvent what the database takes on the disk, for each event
 * @param processorSecondsPerMillionEvents by component, the ledger's start included
 * @param memoryMebibytes held by each component after the drain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrainReport(
        long records,
        long events,
        long postings,
        Spread eventsPerSecond,
        Spread postingsPerSecond,
        @Nullable Spread ceilingRatio,
        @Nullable Spread ceilingRowsPerSecond,
        Spread readySeconds,
        Spread firstBatchSeconds,
        Spread wholeSeconds,
        Spread settleSeconds,
        Spread bytesPerEvent,
        Map<String, Spread> processorSecondsPerMillionEvents,
        Map<String, Spread> memoryMebibytes) {
    private static final double MILLION = 1e6;
    private static final double MEBIBYTE = 1 << 20;

    static DrainReport of(Expectation expectation, List<DrainRound> rounds) {
        double records = expectation.records();
        double postingsPerRecord = expectation.postings() / records;
        double entriesPerRecord = expectation.events() / records;
        boolean ceiling = rounds.stream().noneMatch(round -> Double.isNaN(round.ceilingSeconds()));
        return new DrainReport(
                expectation.records(),
                expectation.events(),
                expectation.postings(),
                spread(rounds, DrainRound::eventsPerSecond),
                spread(rounds, round -> round.eventsPerSecond() * postingsPerRecord),
                ceiling
                        ? spread(
                                rounds,
                                round -> round.eventsPerSecond()
                                        * entriesPerRecord
                                        / (expectation.events() / round.ceilingSeconds()))
                        : null,
                ceiling ? spread(rounds, round -> expectation.events() / round.ceilingSeconds()) : null,
                spread(rounds, DrainRound::readySeconds),
                spread(rounds, DrainRound::firstBatchSeconds),
                spread(rounds, DrainRound::wholeSeconds),
                spread(rounds, DrainRound::settleSeconds),
                spread(rounds, round -> round.bytes() / (double) expectation.events()),
                byComponent(rounds, (round, component) -> value(round.processors(), component) * MILLION / records),
                byComponent(rounds, (round, component) -> value(round.memory(), component) / MEBIBYTE));
    }

    private interface OfComponent {
        double of(DrainRound round, Component component);
    }

    private static Map<String, Spread> byComponent(List<DrainRound> rounds, OfComponent figure) {
        Map<String, Spread> figures = new LinkedHashMap<>();
        for (Component component : rounds.getFirst().processors().keySet()) {
            figures.put(component.label(), spread(rounds, round -> figure.of(round, component)));
        }
        return figures;
    }

    private static double value(Map<Component, ? extends Number> values, Component component) {
        Number value = values.get(component);
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static Spread spread(List<DrainRound> rounds, ToDoubleFunction<DrainRound> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
