package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredEventsTest {
    private final StructuredEvents events = new StructuredEvents(new EventCodec());

    static Stream<Arguments> hostileAttributes() {
        return Stream.of(
                Arguments.of("specversion", "0.3", Defect.HEADER),
                Arguments.of("type", "com.example.ping", Defect.TYPE),
                Arguments.of("source", "https://example.com", Defect.SOURCE),
                Arguments.of("time", "now", Defect.TIME),
                Arguments.of("id", "", Defect.FIELD),
                Arguments.of("id", "a\u0000", Defect.FIELD),
                Arguments.of("subject", "", Defect.FIELD),
                Arguments.of("idempotencykey", "\n", Defect.FIELD));
    }

    @ParameterizedTest
    @MethodSource("hostileAttributes")
    void aHostileAttributeIsRefusedForWhatItIs(String name, String value, Defect defect) {
        assertRefused(event().put(name, value).toString(), defect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "type", "source", "id", "time", "subject", "data"})
    void aMissingAttributeIsRefusedByName(String name) {
        for (ObjectNode event : new ObjectNode[] {event().without(name), event().putNull(name)}) {
            assertThatExceptionOfType(InvalidEventException.class)
                    .isThrownBy(() -> events.parse(event.toString()))
                    .withMessage(name + " is missing")
                    .extracting(InvalidEventException::defect)
                    .isEqualTo(Defect.MISSING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "type", "source", "id", "time", "subject", "idempotencykey"})
    void anAttributeThatIsNoStringIsRefusedByName(String name) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> events.parse(event().put(name, 1).toString()))
                .withMessage(name + " must be a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "17", "{", "{}{}", "not json", "{\"id\":\"a\",\"id\":\"b\"}"})
    void whatIsNotOneObjectIsRefused(String line) {
        assertRefused(line, Defect.JSON);
    }

    @Test
    void dataThatIsNoObjectIsRefused() {
        assertRefused(event().put("data", "text").toString(), Defect.JSON);
    }

    @Test
    void aNumberIsNotTakenForAText() {
        ObjectNode event = event();
        event.withObject("/data").put("channel", 1e300);

        assertRefused(event.toString(), Defect.FIELD);
    }

    @Test
    void whatIsTooLongIsRefusedUnread() {
        assertRefused(" ".repeat(EventCodec.BYTES_MAX + 1), Defect.TOO_LARGE);
    }

    @Test
    void anIdThatIsAUuidIsKept() {
        String id = "6fa459ea-ee8a-3ca4-894e-db77e160355e";

        assertThat(events.parse(event().put("id", id).toString()).id()).isEqualTo(UUID.fromString(id));
    }

    @Test
    void anyOtherIdBecomesTheSameUuidEveryTime() {
        // When
        CloudEvent first = events.parse(event().put("id", "invoice 536365").toString());
        CloudEvent again = events.parse(event().put("id", "invoice 536365").toString());
        CloudEvent other = events.parse(event().put("id", "invoice 536366").toString());

        // Then
        assertThat(first).isEqualTo(again);
        assertThat(first.id()).isNotEqualTo(other.id());
        assertThat(first.id().version()).isEqualTo(7);
        assertThat(first.id().getMostSignificantBits() >>> 16)
                .isEqualTo(Instant.parse("2026-01-31T09:30:00Z").toEpochMilli());
    }

    private void assertRefused(String line, Defect defect) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> events.parse(line))
                .extracting(InvalidEventException::defect)
                .isEqualTo(defect);
    }

    private static ObjectNode event() {
        ObjectNode event = ContractSchemas.MAPPER
                .createObjectNode()
                .put("specversion", "1.0")
                .put("type", "triad.order.requested.v1")
                .put("source", "/amazon/device")
                .put("id", "order-1")
                .put("time", "2026-01-31T09:30:00Z")
                .put("subject", "order-1");
        event.set("data", ContractSchemas.full(EventType.ORDER_REQUESTED));
        return event;
    }
}
