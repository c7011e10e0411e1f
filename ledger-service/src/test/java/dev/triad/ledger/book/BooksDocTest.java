package dev.triad.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.ledger.policy.Derived;
import dev.triad.ledger.posting.PostedStreams;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Executes docs/books.md: each policy there must change just the balances that the page lists. */
class BooksDocTest {
    private static final Path PAGE = Path.of("..", "docs", "books.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```policy\\n(.*?)```\\n\\n```balances\\n(.*?)```", Pattern.DOTALL);
    private static final Asset ASSET = Asset.parse("USD/9");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyPolicyOfThePage() throws IOException {
        String page = Files.readString(PAGE);
        List<CloudEvent> events = PostedStreams.ofAccountingPage();
        assertThat(EXAMPLE.matcher(page).results().count())
                .isEqualTo(Pattern.compile("```policy").matcher(page).results().count())
                .isGreaterThan(3);
        return EXAMPLE.matcher(page)
                .results()
                .map(example -> DynamicTest.dynamicTest(
                        example.group(1).trim(),
                        () -> assertThat(changed(events, example.group(1))).isEqualTo(balances(example.group(2)))));
    }

    /** The accounts that stand elsewhere than in the actual book. */
    private static Map<String, BigInteger> changed(List<CloudEvent> events, String policy) throws IOException {
        Map<String, BigInteger> actual = Derived.actual(events);
        Map<String, BigInteger> book = Derived.balances(
                events, MAPPER.readValue(policy, PolicyView.class).policy(PostedStreams.group(events)));
        Map<String, BigInteger> changed = new TreeMap<>(book);
        actual.keySet().forEach(account -> changed.putIfAbsent(account, BigInteger.ZERO));
        changed.entrySet().removeIf(one -> one.getValue().equals(actual.getOrDefault(one.getKey(), BigInteger.ZERO)));
        return changed;
    }

    private static Map<String, BigInteger> balances(String block) {
        Map<String, BigInteger> balances = new TreeMap<>();
        block.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] columns = line.trim().split("\\s+", -1);
            balances.put(columns[0], BigInteger.valueOf(ASSET.amount(new BigDecimal(columns[1]))));
        });
        return balances;
    }
}
