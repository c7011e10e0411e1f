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
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What if the cloud were free, or devices dearer: a book is made in the browser, compared, and deleted again. */
@Tag("long")
class WhatIfIT {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @RegisterExtension
    static final Console CONSOLE = new Console();

    @Test
    void aBookIsMadeComparedAndDeletedInTheBrowser() {
        String book = "amazon-free-cloud";
        try (Screen screen = CONSOLE.open("/compare" + OF_AMAZON + "&tab=books")) {
            make(screen, book, form -> choose(form, "free"));
            showsWhatTheApiCompares(screen, book);
            screen.isSound();
            delete(screen, book);
        }
        assertThat(CONSOLE.get("/api/v1/books").path("books").findValuesAsText("book"))
                .doesNotContain(book);
    }

    @Test
    void aBookOfDearerDevicesIsMadeByASlider() {
        String book = "amazon-dearer-devices";
        try (Screen screen = CONSOLE.open("/compare" + OF_AMAZON + "&tab=books")) {
            make(screen, book, form -> {
                choose(form, "declared");
                form.getByLabel("Device price, change in per cent").fill("20");
                form.getByLabel("Device price, change in per cent").press("Tab");
            });
            assertThat(screen.find("triad-book", book)).containsText("Device price: 20 % dearer");
            showsWhatTheApiCompares(screen, book);
            delete(screen, book);
        }
    }

    private static void choose(Locator form, String method) {
        form.locator("input[name=transferPrice][value=" + method + "]").check();
    }

    private static void make(Screen screen, String book, Consumer<Locator> rules) {
        Locator form = screen.find("triad-make-book");
        rules.accept(form);
        form.locator("input[name=book]").fill(book);
        form.locator("button[type=submit]").click();
        assertThat(screen.find("triad-book", book)).isVisible(Screen.within());
        assertThat(screen.find("triad-books .made"))
                .containsText(
                        book + " is live", new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST.toMillis()));
    }

    private static void showsWhatTheApiCompares(Screen screen, String book) {
        JsonNode rows = CONSOLE.get("/api/v1/books/compare" + IN_SPAN + "&group=amazon&books=actual," + book
                        + "&metric=operating-income")
                .path("rows");
        assertThat(rows).hasSize(3);
        for (JsonNode row : rows) {
            JsonNode actual = row.path("values").path(0);
            JsonNode other = row.path("values").path(1);
            assertThat(screen.amounts(
                            "triad-comparison tr",
                            CONSOLE.unitName(row.path("unit").asText())))
                    .isEqualTo(List.of(
                            actual.path("amount").asText() + " USD/9",
                            other.path("amount").asText() + " USD/9",
                            other.path("difference").asText() + " USD/9"));
        }
    }

    private static void delete(Screen screen, String book) {
        Locator card = screen.find("triad-book", book);
        button(card, "Delete").click();
        button(card.locator(".sure"), "Delete").click();
        assertThat(screen.find("triad-book", book)).hasCount(0);
    }

    private static Locator button(Locator in, String text) {
        return in.locator("button", new Locator.LocatorOptions().setHasText(text));
    }
}
