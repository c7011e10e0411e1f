package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.events.TransferPriceMethod;
import dev.triad.testing.EventLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which company the console opens with, where the first by its name only reports figures. */
@Tag("long")
class OpeningIT {
    private static final String REPORTED = "acme-reported";
    private static final Source STORE = new Source(REPORTED, "store");
    private static final Instant DAY = Instant.parse("2026-01-05T12:00:00Z");

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @BeforeAll
    static void reportFigures() {
        try (EventLog log = new EventLog(CONSOLE.stack().bootstrapServers())) {
            log.send(event(
                    "group",
                    new GroupDeclared(
                            "Acme, as reported",
                            Asset.parse("USD/9"),
                            TransferPriceMethod.FREE,
                            List.of(new DeclaredUnit("store", "Store", List.of())))));
            log.send(event(
                    "year",
                    new SaleRecorded(
                            "report",
                            null,
                            List.of(new SaleLine(
                                    "year", "all", LineKind.GOODS, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)),
                            null,
                            List.of())));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(CONSOLE.get("/api/v1/groups")
                                .path("groups")
                                .path(0)
                                .path("group")
                                .asText())
                        .isEqualTo(REPORTED));
    }

    @Test
    void opensWithTheFirstInWhichSomethingFlows() {
        try (Screen screen = CONSOLE.open("/")) {
            assertThat(screen.find("h1")).hasText("Who pays for whom at Amazon");
            assertThat(screen.find("#group")).hasValue("amazon");
            assertThat(screen.page()).hasURL(screen.at("/overview?group=amazon"));
            screen.isSound();
        }
    }

    @Test
    void opensWithTheOneThatWasLookedAtLast() {
        try (Screen screen = CONSOLE.open("/claims?group=google")) {
            screen.open("/subsidies");
            assertThat(screen.page()).hasURL(screen.at("/subsidies?group=google"));

            screen.find("#group").selectOption(REPORTED);
            assertThat(screen.page()).hasURL(Pattern.compile("group=" + REPORTED));
            screen.open("/");
            assertThat(screen.page()).hasURL(screen.at("/overview?group=" + REPORTED));
            screen.isSound();
        }
    }

    @Test
    void theGroupOfTheAddressIsShownWhateverWasLookedAtLast() {
        try (Screen screen = CONSOLE.open("/claims?group=google")) {
            screen.open("/overview?group=ebay");
            assertThat(screen.find("#group")).hasValue("ebay");
        }
    }

    @Test
    void opensWithAnotherWhereTheOneThatWasLookedAtLastIsGone() {
        try (Screen screen = CONSOLE.open("/claims?group=google")) {
            screen.page().evaluate("localStorage.setItem('triad.group', 'gone')");
            screen.open("/");
            assertThat(screen.page()).hasURL(screen.at("/overview?group=amazon"));
        }
    }

    @Test
    void noStepBackLeadsToTheAddressWithoutAGroup() {
        try (Screen screen = CONSOLE.open("/claims?group=google")) {
            screen.open("/overview");
            assertThat(screen.page()).hasURL(screen.at("/overview?group=google"));
            screen.page().goBack();
            assertThat(screen.page()).hasURL(screen.at("/claims?group=google"));
        }
    }

    private static CloudEvent event(String subject, Event data) {
        return new CloudEvent(EventIds.derived(DAY, STORE, subject), STORE, subject, DAY, data);
    }
}
