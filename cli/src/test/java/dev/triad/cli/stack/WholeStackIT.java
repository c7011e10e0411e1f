package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a newcomer sees: everything up by one command, all four companies trading, and on the books. Meanwhile hostile
 * records come on every topic, while the units produce their history and again when they are live; nobody may notice.
 */
@Tag("long")
class WholeStackIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<Component> UNITS = List.of(Component.STORE, Component.CLOUD, Component.DEVICE);
    private static final String GROUPS = "/api/v1/groups";

    private static final String SIMULATION = "/api/v1/simulation";

    @RegisterExtension
    private static final TradingStack TRADING = new TradingStack();

    @SuppressWarnings("NullAway.Init") // start() sets it before all tests.
    private static RunningStack stack;

    @BeforeAll
    static void start() {
        stack = TRADING.stack();
    }

    @Test
    void isUpTradingAndOnTheBooks() {
        assertThat(stack.output()).contains(Welcome.curls(stack.ports()));
        assertThat(stack.get(Component.LEDGER, books("amazon") + "/subsidies").path("gross"))
                .isNotEmpty();
        for (String company : TradingStack.COMPANIES) {
            JsonNode balance = stack.get(Component.LEDGER, books(company) + "/trial-balance");
            assertThat(balance.path("accounts")).as(company).isNotEmpty();
            assertThat(balance.path("balanced").asBoolean())
                    .as(balance.toString())
                    .isTrue();
        }
        String order = "{\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"}]}";
        assertThat(stack.post(Component.STORE, "/api/v1/orders", order)
                        .path("total")
                        .asText())
                .isEqualTo("33.50");
        CommandRun status = stack.status();
        assertThat(status.exitCode()).as(status.output()).isZero();
    }

    @Test
    void theFirstQuarterIsWhatTheReadmeShows() throws IOException {
        List<ReadmeExample> examples = ReadmeExample.all();

        assertThat(examples).hasSize(3);
        for (ReadmeExample example : examples) {
            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(example.filtered(stack.get(Component.LEDGER, example.path())))
                            .isEqualTo(example.output()));
        }
    }

    @Test
    void everyHostileRecordIsSetAsideWithAReasonAndNoneIsLost() {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(suspended("quarantined"))
                        .isEqualTo(TRADING.hostile().size()));

        Set<String> found = new HashSet<>();
        quarantine().forEach(item -> {
            found.add(TradingStack.position(
                    item.path("topic").asText(),
                    item.path("partition").asInt(),
                    item.path("offset").asLong()));
            assertThat(item.path("reason").asText()).isNotBlank();
            assertThat(item.path("detail").asText()).isNotBlank().doesNotContain("drop table");
        });
        assertThat(found).isEqualTo(TRADING.hostile());
    }

    @Test
    void theUnitsPassOverWhatIsHostileAndTradeOn() {
        await().atMost(LONGEST).untilAsserted(() -> {
            assertThat(stack.metric(Component.CLOUD, "triad_usage_malformed_total", ""))
                    .isEqualTo(TradingStack.HOSTILE_EACH);
            assertThat(stack.metric(Component.STORE, "triad_requests_total", "outcome=\"malformed\""))
                    .isGreaterThan(TradingStack.HOSTILE_EACH * 0.9);
        });
        assertThat(stack.metric(Component.STORE, "triad_requests_total", "outcome=\"failed\""))
                .isZero();
        for (Component unit : UNITS) {
            long before = emitted(unit);
            await().atMost(LONGEST).until(() -> emitted(unit) > before);
        }
    }

    @Test
    void theBooksAreProvedWhileTheLedgerGoesOn() {
        CommandRun proof = stack.verify();

        assertThat(proof.exitCode()).as(proof.output()).isZero();
        assertThat(proof.output()).contains("The books are what the log says.");
    }

    @Test
    void theBooksAreThoseOfALedgerThatSawNothingHostile() throws IOException {
        pause(true);
        try (RunningStack calm = RunningStack.start(
                        TRADING.folder().resolve("calm"),
                        EnumSet.of(Component.KAFKA, Component.POSTGRES, Component.LEDGER));
                SoundCopy copy = new SoundCopy(stack.bootstrapServers(), calm.bootstrapServers())) {
            await().atMost(LONGEST).untilAsserted(() -> {
                copy.advance();
                assertThat(balances(calm)).isNotEmpty().isEqualTo(balances(stack));
                assertThat(suspended("waiting")).isZero();
                assertThat(stack.metric(Component.LEDGER, "triad_ledger_lag", ""))
                        .isZero();
            });
        } finally {
            pause(false);
        }
    }

    private static long suspended(String state) {
        return stack.get(Component.LEDGER, "/api/v1/suspense?limit=1")
                .path("counts")
                .valueStream()
                .filter(count -> count.path("state").asText().equals(state))
                .mapToLong(count -> count.path("items").asLong())
                .sum();
    }

    private static List<JsonNode> quarantine() {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page;
        String cursor = "0";
        do {
            page = stack.get(Component.LEDGER, "/api/v1/suspense?state=quarantined&limit=500&cursor=" + cursor);
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").asText();
        } while (page.path("nextCursor").isTextual());
        return items;
    }

    private static String books(String company) {
        return GROUPS + "/" + company;
    }

    /** Every account of every company that has a balance. */
    private static Map<String, String> balances(RunningStack stack) {
        Map<String, String> balances = new TreeMap<>();
        for (String company : TradingStack.COMPANIES) {
            stack.get(Component.LEDGER, books(company) + "/trial-balance")
                    .path("accounts")
                    .forEach(account -> {
                        String balance = account.path("balance").asText();
                        if (new BigDecimal(balance).signum() != 0) {
                            balances.put(company + " " + account.path("account").asText(), balance);
                        }
                    });
        }
        return balances;
    }

    private static void pause(boolean paused) {
        UNITS.forEach(unit -> stack.put(unit, SIMULATION, "{\"paused\":" + paused + "}"));
    }

    /** By all units of a service: a backend that sells nothing to anybody outside declares its group and is silent. */
    private static long emitted(Component unit) {
        return stack.get(unit, SIMULATION)
                .path("units")
                .valueStream()
                .mapToLong(one -> one.path("eventsEmitted").asLong())
                .sum();
    }
}
