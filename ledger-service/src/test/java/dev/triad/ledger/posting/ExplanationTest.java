package dev.triad.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Every amount on the books can be explained, and the numbers of the explanation come to it on paper. */
class ExplanationTest {
    private static final Asset ASSET = Asset.parse("USD/9");
    private static final int EVENTS = 120;

    @Test
    void everyPostingOfTheAccountingPageIsExplained() throws IOException {
        // Given
        MemoryBooks books = post(AccountingDocTest.events(), 1);

        // When
        List<Step> steps = explainAll(books);

        // Then
        assertThat(steps.stream().map(Step::words)).containsAll(AccountingDocTest.explanations());
    }

    @Property(tries = 100)
    void everyPostingOfAnyStreamIsExplained(@ForAll long seed, @ForAll long shuffle) {
        // Given
        List<CloudEvent> stream = new ArrayList<>(Streams.of(seed, EVENTS));
        Collections.shuffle(stream, new Random(shuffle));

        // When
        List<Step> steps = explainAll(post(stream, 7));

        // Then
        assertThat(steps).isNotEmpty();
    }

    @Test
    void roundingIsNamedWhereItHappens() {
        // Given
        MemoryBooks books = post(Streams.of(20_261_127, 1_000), 7);

        // When
        List<Step> steps = explainAll(books);

        // Then
        assertThat(steps.stream().filter(Step::rounded))
                .isNotEmpty()
                .allMatch(step -> step.words().endsWith(", rounded half-even"));
        assertThat(steps.stream().map(Step::operation).collect(Collectors.toCollection(this::operations)))
                .containsExactlyInAnyOrder(Step.Operation.values());
    }

    private Set<Step.Operation> operations() {
        return EnumSet.noneOf(Step.Operation.class);
    }

    private static MemoryBooks post(List<CloudEvent> events, int batchSize) {
        MemoryBooks books = new MemoryBooks();
        for (int from = 0; from < events.size(); from += batchSize) {
            List<Received> batch = new ArrayList<>();
            for (int i = from; i < Math.min(events.size(), from + batchSize); i++) {
                batch.add(Streams.received(events.get(i), i));
            }
            books.post(batch);
        }
        assertThat(books.suspense()).isEmpty();
        return books;
    }

    /** Explains every entry, holds the numbers to the postings, and gives all steps. */
    private static List<Step> explainAll(MemoryBooks books) {
        List<Step> all = new ArrayList<>();
        for (Posted posted : books.entries()) {
            Explained explained = Explanation.of(books.group(posted.group()), books.cause(posted), books.basis(posted));
            assertThat(explained.entry()).isEqualTo(posted.entry());
            Map<String, BigDecimal> sums = new TreeMap<>();
            explained
                    .reasons()
                    .forEach((account, reasons) -> reasons.forEach(reason -> {
                        List<Step> steps = Step.of(reason.derivation(), ASSET);
                        steps.forEach(ExplanationTest::requireRight);
                        BigDecimal result = steps.getLast().result();
                        sums.merge(account, reason.credit() ? result.negate() : result, BigDecimal::add);
                        all.addAll(steps);
                    }));
            sums.values().removeIf(sum -> sum.signum() == 0);
            Map<String, BigDecimal> postings = new TreeMap<>();
            posted.entry()
                    .postings()
                    .forEach(posting ->
                            postings.put(posting.account(), BigDecimal.valueOf(posting.amount(), ASSET.scale())));
            assertThat(sums).isEqualTo(postings);
        }
        return all;
    }

    /** Does a step again, with nothing but what it says. */
    private static void requireRight(Step step) {
        List<BigDecimal> numbers = step.operands();
        BigDecimal exact = switch (step.operation()) {
            case GIVEN -> numbers.getFirst();
            case PRODUCT -> numbers.get(0).multiply(numbers.get(1));
            case PART -> numbers.get(0).multiply(numbers.get(1)).divide(numbers.get(2), 40, RoundingMode.DOWN);
            case SHARE -> share(numbers.get(0), numbers.get(1), numbers.get(2));
            case DIFFERENCE -> numbers.get(0).subtract(numbers.get(1));
            case TOTAL -> numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case NOT_BELOW_ZERO -> numbers.getFirst().max(BigDecimal.ZERO);
        };
        assertThat(step.result()).as(step.words()).isEqualByComparingTo(exact.setScale(9, RoundingMode.HALF_EVEN));
        if (step.operation() != Step.Operation.SHARE) {
            assertThat(step.rounded()).as(step.words()).isEqualTo(step.result().compareTo(exact) != 0);
        }
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal shares, BigDecimal index) {
        BigDecimal[] units = amount.movePointRight(9).divideAndRemainder(shares);
        return units[0].add(index.compareTo(units[1]) < 0 ? BigDecimal.ONE : BigDecimal.ZERO)
                .movePointLeft(9);
    }
}
