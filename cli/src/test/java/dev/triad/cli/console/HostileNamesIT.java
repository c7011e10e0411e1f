package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.KafkaBinding;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company whose every name is a script: the console shows it, and runs none of it. */
@Tag("long")
class HostileNamesIT {
    private static final String GROUP = "mallory";
    private static final String SCRIPT =
            "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    private static final String NAME = SCRIPT + " {{7*7}} ${7*7} Mallory";
    private static final Source STORE = new Source(GROUP, "store");
    private static final Instant DAY = Instant.parse("2026-01-05T12:00:00Z");

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @BeforeAll
    static void sendScripts() {
        try (EventLog log = new EventLog(CONSOLE.stack().bootstrapServers())) {
            log.send(event(
                    GROUP,
                    new GroupDeclared(
                            NAME,
                            Asset.parse("USD/9"),
                            TransferPriceMethod.FREE,
                            List.of(new DeclaredUnit("store", NAME, List.of())))));
            log.send(event(SCRIPT, sale(BigDecimal.ONE)));
            // The same id with other content can never be posted.
            log.send(List.of(new KafkaBinding(new EventCodec()).toRecord(event(SCRIPT, sale(BigDecimal.TWO)))))
                    .forEach(CONSOLE::countHostile);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> CONSOLE.get("/api/v1/intake").path("lag").asLong(1) == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/overview", "/stream", "/accounts", "/subsidies", "/compare", "/claims", "/operations"})
    void everyViewShowsScriptsAsText(String view) {
        try (Screen screen = CONSOLE.open(view + "?group=" + GROUP)) {
            assertThat(screen.find("body")).containsText(SCRIPT);
            ranNothing(screen);
        }
    }

    @Test
    void anEventOfScriptsOpensAsText() {
        try (Screen screen = CONSOLE.open("/stream?group=" + GROUP + "&order=desc")) {
            screen.find("triad-stream-list .rows [role=row]", SCRIPT).first().click();
            assertThat(screen.find("triad-event-panel pre").first()).containsText("onerror");
            ranNothing(screen);
        }
    }

    @Test
    void aRecordOfScriptsIsShownAsText() {
        try (Screen screen = CONSOLE.open("/operations?group=" + GROUP + "&item=" + quarantined())) {
            assertThat(screen.find("triad-suspense-item")).containsText(SCRIPT);
            ranNothing(screen);
        }
    }

    private static void ranNothing(Screen screen) {
        screen.isSound();
        assertThat(screen.page().title()).isNotEqualTo("run");
    }

    private static String quarantined() {
        JsonNode items =
                CONSOLE.get("/api/v1/suspense?state=quarantined&group=" + GROUP).path("items");
        assertThat(items).hasSize(1);
        return items.path(0).path("id").asText();
    }

    private static CloudEvent event(String subject, Event data) {
        return new CloudEvent(EventIds.derived(DAY, STORE, subject), STORE, subject, DAY, data);
    }

    private static SaleRecorded sale(BigDecimal quantity) {
        SaleLine line = new SaleLine(SCRIPT, "goods", LineKind.GOODS, quantity, BigDecimal.TEN, BigDecimal.ONE);
        return new SaleRecorded("web", SCRIPT, List.of(line), null, List.of());
    }
}
