package dev.triad.ledger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.triad.ledger.stream.DocumentedEvents;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Holds docs/stream.md to what a search says. */
class SearchDocTest {
    @Test
    void theEventsOfThePageAreThoseOfTheSearch() throws IOException {
        DocumentedEvents.assertAre("progress", StreamSearch.Progress.class);
        DocumentedEvents.assertAre("end", StreamSearch.End.class);
    }

    @Test
    void theCursorOfThePageIsOne() throws IOException {
        String next = DocumentedEvents.of("end").getFirst().path("next").asText();
        assertThat(SearchCursor.parse(next, SearchOrder.DESC))
                .isEqualTo(new SearchCursor(
                        SearchOrder.DESC, Instant.parse("2026-04-01T07:59:59Z"), 2_199_023_262_535L, 0))
                .hasToString(next);
    }
}
