package dev.triad.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.StructuredEvents;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Executes docs/accounting.md: each event there must post just what the page says. */
class AccountingDocTest {
    private static final Path PAGE = Path.of("..", "docs", "accounting.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```json\\n(?<event>.*?)```.*?```postings\\n(?<postings>.*?)```", Pattern.DOTALL);
    private static final Pattern EXPLANATIONS = Pattern.compile("```explanations\\n(?<steps>.*?)```", Pattern.DOTALL);
    private static final Pattern ACCOUNTING_DATES =
            Pattern.compile("```accounting-dates\\n(?<dates>.*?)```", Pattern.DOTALL);
    private static final Asset ASSET = Asset.parse("USD/9");

    private record Example(CloudEvent event, Map<String, BigInteger> postings) {}

    @TestFactory
    List<DynamicTest> everyExampleOfThePage() throws IOException {
        MemoryBooks books = new MemoryBooks();
        List<DynamicTest> tests = new ArrayList<>();
        for (Example example : examples(Files.readString(PAGE))) {
            // Posted here and now, as each example builds on those before it.
            Map<String, BigInteger> before = Map.copyOf(books.balances());
            books.post(List.of(Streams.received(example.event(), tests.size())));
            Map<String, BigInteger> changed = difference(before, books.balances());
            String name =
                    example.event().type().typeName() + " " + example.event().subject();
            tests.add(DynamicTest.dynamicTest(
                    name, () -> assertThat(changed).as(name).isEqualTo(example.postings())));
        }
        assertThat(tests).as("examples on the page").hasSizeGreaterThan(10);
        assertThat(books.suspense()).isEmpty();
        return tests;
    }

    @Test
    void theAccountingDatesOfThePage() throws IOException {
        // Given
        MemoryBooks books = new MemoryBooks();
        List<CloudEvent> events = events();

        // When
        for (int i = 0; i < events.size(); i++) {
            books.post(List.of(Streams.received(events.get(i), i)));
        }

        // Then
        Matcher block = ACCOUNTING_DATES.matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        assertThat(books.entries().stream().map(entry -> entry.name() + " " + entry.bookedAt()))
                .containsAll(block.group("dates").lines().toList());
    }

    /** The events of the page, in its order. */
    static List<CloudEvent> events() throws IOException {
        return examples(Files.readString(PAGE)).stream().map(Example::event).toList();
    }

    /** The steps that the page shows of the explanations. */
    static List<String> explanations() throws IOException {
        Matcher block = EXPLANATIONS.matcher(Files.readString(PAGE));
        List<String> steps = new ArrayList<>();
        while (block.find()) {
            steps.addAll(block.group("steps").lines().toList());
        }
        assertThat(steps).as("steps on the page").hasSizeGreaterThan(10);
        return steps;
    }

    private static List<Example> examples(String page) {
        StructuredEvents structured = new StructuredEvents(new EventCodec());
        List<Example> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            examples.add(new Example(structured.parse(example.group("event")), postings(example.group("postings"))));
        }
        return examples;
    }

    private static Map<String, BigInteger> postings(String block) {
        Map<String, BigInteger> postings = new TreeMap<>();
        block.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] columns = line.trim().split("\\s+", -1);
            postings.put(columns[0], BigInteger.valueOf(ASSET.amount(new BigDecimal(columns[1]))));
        });
        return postings;
    }

    private static Map<String, BigInteger> difference(Map<String, BigInteger> before, Map<String, BigInteger> after) {
        Map<String, BigInteger> difference = new TreeMap<>(after);
        before.forEach((account, balance) -> difference.merge(account, balance.negate(), BigInteger::add));
        difference.values().removeIf(amount -> amount.signum() == 0);
        return difference;
    }
}
