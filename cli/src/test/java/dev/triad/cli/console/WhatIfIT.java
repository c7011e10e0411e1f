package dev.triad.cli.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.triad.cli.console.Console.IN_SPAN;
import static dev.triad.cli.console.Console.OF_AMAZON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What if the cloud were free: a book is made in the browser, compared, and deleted again. */
@Tag("long")
class WhatIfIT {
    private static final String BOOK = "amazon-free-cloud";
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String COMPARE =
            "/api/v1/books/compare" + IN_SPAN + "&group=amazon&books=actual," + BOOK + "&metric=operating-income";

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void aBookIsMadeComparedAndDeletedInTheBrowser() {
        try (Screen screen = CONSOLE.open("/compare" + OF_AMAZON + "&tab=books")) {
            make(screen);
            assertThat(screen.find("triad-books .made"))
                    .containsText(
                            BOOK + " is live",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST.toMillis()));
            showsWhatTheApiCompares(screen);
            screen.isSound();
            delete(screen);
        }
        assertThat(CONSOLE.get("/api/v1/books").path("books").findValuesAsText("book"))
                .doesNotContain(BOOK);
    }

    private static void make(Screen screen) {
        Locator form = screen.find("triad-make-book");
        form.locator("input[name=transferPrice][value=free]").check();
        form.locator("input[name=book]").fill(BOOK);
        form.locator("button[type=submit]").click();
        assertThat(screen.find("triad-book", BOOK)).isVisible(Screen.within());
    }

    private static void showsWhatTheApiCompares(Screen screen) {
        for (JsonNode row : CONSOLE.get(COMPARE).path("rows")) {
            JsonNode actual = row.path("values").path(0);
            JsonNode free = row.path("values").path(1);
            assertThat(screen.amounts(
                            "triad-comparison tr",
                            CONSOLE.unitName(row.path("unit").asText())))
                    .isEqualTo(List.of(
                            actual.path("amount").asText() + " USD/9",
                            free.path("amount").asText() + " USD/9",
                            free.path("difference").asText() + " USD/9"));
        }
    }

    private static void delete(Screen screen) {
        Locator card = screen.find("triad-book", BOOK);
        button(card, "Delete").click();
        button(card.locator(".sure"), "Delete").click();
        assertThat(screen.find("triad-book", BOOK)).hasCount(0);
    }

    private static Locator button(Locator in, String text) {
        return in.locator("button", new Locator.LocatorOptions().setHasText(text));
    }
}
