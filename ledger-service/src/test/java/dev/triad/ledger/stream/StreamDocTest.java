package dev.triad.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Holds docs/stream.md to what the stream says. */
class StreamDocTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void theEventsOfThePageAreThoseOfTheStream() throws IOException {
        DocumentedEvents.assertAre("hello", StreamMessage.Hello.class);
        DocumentedEvents.assertAre("entry", StreamedEntry.class);
        DocumentedEvents.assertAre("counts", StreamMessage.Counts.class);
        DocumentedEvents.assertAre("gap", StreamMessage.Gap.class);
    }

    @Test
    void theLimitsOfThePageAreThoseOfTheStream() throws IOException {
        assertThat(DocumentedEvents.of("hello").getFirst().path("limits").toString())
                .isEqualTo(MAPPER.writeValueAsString(StreamMessage.Limits.ALL));
    }

    @Test
    void theCountsOfThePageAddUp() throws IOException {
        var counts = DocumentedEvents.of("counts").getFirst();
        assertThat(counts.path("matched").asLong())
                .isEqualTo(counts.path("sent").asLong() + counts.path("skipped").asLong());
    }
}
