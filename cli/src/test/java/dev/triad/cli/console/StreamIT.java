package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.triad.cli.console.Console.AMAZON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import dev.triad.cli.stack.Component;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events as they come, and as they came: what the list, the search and an open event show. */
@Tag("long")
class StreamIT {
    private static final String MIDDLE = "2026-02-14T12:00:00Z";

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void entriesComeWhileOneLooksAndWaitWhileOneReads() {
        try (Screen screen = CONSOLE.open("/stream?group=amazon")) {
            assertThat(rows(screen).first()).isVisible(Screen.within());
            screen.find("triad-live-status button", "Pause").click();
            String first = rows(screen).first().textContent();
            order();

            assertThat(screen.find("triad-live-status button.primary"))
                    .hasText(Pattern.compile("[0-9,]+ new · continue"));
            assertThat(rows(screen).first()).hasText(first);
        }
    }

    @Test
    void anOrderIsFoundByItsSubjectAndOpensWithItsEntryAndBalances() {
        String order = order();
        try (Screen screen = CONSOLE.open("/stream?group=amazon&order=desc&subject=" + order)) {
            Locator row = rows(screen).first();
            assertThat(row).isVisible(Screen.within());
            row.click();

            Locator panel = screen.find("triad-event-panel");
            assertThat(panel.locator("h2")).containsText("Sale");
            assertThat(panel.locator("pre")).containsText("\"sku\": \"coffee\"");
            assertThat(panel).containsText("store:assets:cash");
            assertThat(panel).containsText("triad.sales");
            assertThat(panel).containsText("ce_type");
            assertThat(screen.address()).contains("entry=");
            screen.page().keyboard().press("Escape");
            assertThat(panel).hasCount(0);
        }
    }

    @Test
    void aJumpToATimeBeginsWithTheFirstEntryThen() {
        JsonNode first = CONSOLE.get(AMAZON + "/entries?order=asc&limit=1&from=" + MIDDLE)
                .path("entries")
                .path(0);
        try (Screen screen = CONSOLE.open("/stream?group=amazon&order=asc&at=" + MIDDLE)) {
            Locator row = rows(screen).first();
            assertThat(row).isVisible(Screen.within());
            assertThat(row).containsText(first.path("subject").asText());
        }
    }

    @Test
    void whatIsMarkedCanBeDownloaded() throws Exception {
        try (Screen screen = CONSOLE.open("/stream?group=amazon&order=asc&at=" + MIDDLE)) {
            rows(screen).first().locator(".mark").click();
            var download = screen.page()
                    .waitForDownload(() -> screen.find("triad-stream-foot button", "Download")
                            .first()
                            .click());

            assertThat(Files.readAllLines(download.path())).hasSize(1).allMatch(line -> line.startsWith("{"));
        }
    }

    private static Locator rows(Screen screen) {
        return screen.find("triad-stream-list .rows [role=row]");
    }

    private static String order() {
        return CONSOLE.stack()
                .post(Component.STORE, "/api/v1/orders", "{\"lines\":[{\"sku\":\"coffee\",\"quantity\":\"2\"}]}")
                .path("id")
                .asText();
    }
}
