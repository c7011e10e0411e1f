package dev.triad.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.triad.cli.imports.format.StructuredLines;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventType;
import dev.triad.events.SaleRecorded;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloudEventsImportTest {
    @Test
    void eachLineIsTheEventThatItSays() {
        Imported imported = Imported.of(Imported.excerpt("events.jsonl"), new StructuredLines(null));

        assertThat(imported.delivery().events())
                .extracting(CloudEvent::type)
                .containsExactly(EventType.GROUP_DECLARED, EventType.SALE_RECORDED);
        assertThat(imported.delivery().events().get(1))
                .returns("/bakery/shop", event -> event.source().toString())
                .returns("order-1", CloudEvent::subject);
    }

    @Test
    void anIdThatIsNoUuidBecomesOneAndTheSameEachTime() {
        UUID first = sale().id();

        assertThat(sale().id()).isEqualTo(first);
        assertThat(first.version()).isEqualTo(7);
    }

    @Test
    void aBadLineIsRejectedWithItsNumberAndTheRestGoesOn() {
        Imported imported = Imported.of(Imported.excerpt("events.jsonl"), new StructuredLines(null));

        assertThat(imported.rejects())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("events.jsonl:4: lines.quantity must be greater than zero"),
                        line -> assertThat(line).startsWith("events.jsonl:5: ").contains("type"),
                        line -> assertThat(line).startsWith("events.jsonl:6: ").contains("JSON"));
    }

    @Test
    void anotherGroupsEventIsNotTakenIntoTheOneThatIsNamed() {
        Imported mine = Imported.of(Imported.excerpt("events.jsonl"), new StructuredLines("bakery"));

        assertThat(mine.delivery().events()).hasSize(2);
        assertThat(catchThrowable(() -> Imported.of(Imported.excerpt("events.jsonl"), new StructuredLines("butcher"))))
                .hasMessageContaining("the event is of group bakery, not of butcher");
    }

    private static CloudEvent sale() {
        return Imported.of(Imported.excerpt("events.jsonl"), new StructuredLines(null))
                .delivery()
                .events(SaleRecorded.class)
                .getFirst();
    }
}
