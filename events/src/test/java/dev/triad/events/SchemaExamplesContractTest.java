package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the schemas are events: they validate, decode and encode again. */
class SchemaExamplesContractTest {
    private final EventCodec codec = new EventCodec();

    static Stream<Arguments> examples() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> ContractSchemas.examples(type).stream().map(example -> Arguments.of(type, example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleValidatesDecodesAndEncodesToItself(EventType type, JsonNode example) throws IOException {
        // When
        Event event = codec.decode(type, ContractSchemas.bytes(example));

        // Then
        assertThat(ContractSchemas.faults(type, example)).isEmpty();
        JsonNode written = ContractSchemas.MAPPER.readTree(codec.encode(event));
        assertThat(ContractSchemas.faults(type, written)).isEmpty();
        assertThat(codec.decode(type, ContractSchemas.bytes(written))).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasAtLeastTwoExamples(EventType type) {
        assertThat(ContractSchemas.examples(type)).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentWithEveryFieldOfTheSchemaIsAnEvent(EventType type) throws IOException {
        // Given
        JsonNode full = ContractSchemas.full(type);

        // When
        Event event = codec.decode(type, ContractSchemas.bytes(full));

        // Then
        assertThat(ContractSchemas.faults(type, full)).isEmpty();
        assertThat(ContractSchemas.MAPPER.readTree(codec.encode(event))).isEqualTo(full);
    }

    @Test
    void theSchemasOfAllTypesDefineTheSameThingAlike() {
        for (EventType one : EventType.values()) {
            for (EventType other : EventType.values()) {
                JsonNode definitions = ContractSchemas.schema(other).get("$defs");
                ContractSchemas.schema(one).get("$defs").properties().stream()
                        .filter(definition -> definitions.has(definition.getKey()))
                        .forEach(definition -> assertThat(definitions.get(definition.getKey()))
                                .as("%s in %s and %s", definition.getKey(), one, other)
                                .isEqualTo(definition.getValue()));
            }
        }
    }
}
