package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Unknown fields are tolerated, missing ones are not: for every field of every schema. */
class FieldsContractTest {
    private final EventCodec codec = new EventCodec();

    static Stream<Arguments> requiredFields() {
        return Arrays.stream(EventType.values())
                .flatMap(type ->
                        ContractSchemas.required(type).stream().map(place -> Arguments.of(type, place.toString())));
    }

    static Stream<Arguments> lists() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> ContractSchemas.places(ContractSchemas.full(type)).stream()
                        .filter(place -> ContractSchemas.full(type).at(place).isArray())
                        .map(place -> Arguments.of(type, place.toString())));
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void aMissingFieldIsRefusedByName(EventType type, String place) {
        // Given
        JsonPointer pointer = JsonPointer.compile(place);
        ObjectNode document = ContractSchemas.full(type);
        ((ObjectNode) document.at(pointer.head())).remove(pointer.last().getMatchingProperty());

        // Then
        assertMissing(type, document, ContractSchemas.fieldName(pointer));
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void aNullFieldIsMissing(EventType type, String place) {
        // Given
        JsonPointer pointer = JsonPointer.compile(place);
        ObjectNode document = ContractSchemas.full(type);
        ((ObjectNode) document.at(pointer.head())).putNull(pointer.last().getMatchingProperty());

        // Then
        assertMissing(type, document, ContractSchemas.fieldName(pointer));
    }

    @ParameterizedTest
    @EnumSource
    void unknownFieldsChangeNothing(EventType type) {
        // Given
        ObjectNode document = ContractSchemas.full(type);
        Event known = codec.decode(type, ContractSchemas.bytes(document));
        for (JsonPointer place : ContractSchemas.objects(type)) {
            ((ObjectNode) document.at(place))
                    .put("unknown", 1.5e300)
                    .put("\uD83D\uDE00", "y".repeat(10_000))
                    .set("nested", ContractSchemas.full(type));
        }

        // Then
        assertThat(ContractSchemas.faults(type, document)).isEmpty();
        assertThat(codec.decode(type, ContractSchemas.bytes(document))).isEqualTo(known);
    }

    @ParameterizedTest
    @EnumSource
    void optionalFieldsMayBeNullOrAbsent(EventType type) {
        // Given
        ObjectNode nulls = ContractSchemas.full(type);
        ObjectNode absent = ContractSchemas.full(type);
        for (JsonPointer place : ContractSchemas.places(nulls)) {
            JsonPointer field = place.last();
            JsonNode parent = nulls.at(place.head());
            boolean optional = ContractSchemas.objects(type).contains(place.head())
                    && !ContractSchemas.required(type).contains(place);
            // A return names the sale or the prices: its line stays as the sale does.
            if (optional && parent.isObject() && !field.matchesProperty("unitPrice")) {
                ((ObjectNode) parent).putNull(field.getMatchingProperty());
                ((ObjectNode) absent.at(place.head())).remove(field.getMatchingProperty());
            }
        }

        // Then
        assertThat(ContractSchemas.faults(type, nulls)).isEmpty();
        assertThat(ContractSchemas.faults(type, absent)).isEmpty();
        assertThat(codec.decode(type, ContractSchemas.bytes(nulls)))
                .isEqualTo(codec.decode(type, ContractSchemas.bytes(absent)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListHoldsAsManyItemsAsTheSchemaSaysAndNoMore(EventType type, String place) {
        // Given
        JsonPointer pointer = JsonPointer.compile(place);
        ObjectNode document = ContractSchemas.full(type);
        int most = most(pointer);
        ArrayNode list = fill((ArrayNode) document.at(pointer), most);

        // Then
        assertThat(ContractSchemas.faults(type, document)).isEmpty();
        assertThat(codec.decode(type, ContractSchemas.bytes(document))).isNotNull();

        // When
        fill(list, most + 1);

        // Then
        assertThat(ContractSchemas.validates(type, document)).isFalse();
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> codec.decode(type, ContractSchemas.bytes(document)))
                .withMessageContaining(ContractSchemas.fieldName(pointer) + " must hold");
    }

    private static int most(JsonPointer place) {
        return switch (ContractSchemas.fieldName(place)) {
            case "lines" -> SaleRecorded.LINES_MAX;
            case "attribution" -> Attribution.ATTRIBUTIONS_MAX;
            case "users" -> CostIncurred.USERS_MAX;
            case "cut" -> PeriodClosed.PARTITIONS_MAX;
            case "cut.pending" -> PartitionCut.RANGES_MAX;
            default -> GroupDeclared.UNITS_MAX;
        };
    }

    /** Copies the first item until there are as many, each with a name of its own where names must differ. */
    private static ArrayNode fill(ArrayNode list, int count) {
        JsonNode first = list.get(0);
        while (list.size() < count) {
            if (first.isTextual()) {
                list.add(first.asText() + list.size());
            } else {
                ObjectNode copy = first.deepCopy();
                if (copy.has("unit")) {
                    copy.put("unit", first.get("unit").asText() + list.size());
                }
                list.add(copy);
            }
        }
        for (JsonNode item : list) {
            if (item.has("weight")) {
                ((ObjectNode) item).put("weight", "0.01");
            }
        }
        return list;
    }

    private void assertMissing(EventType type, ObjectNode document, String name) {
        assertThat(ContractSchemas.validates(type, document)).isFalse();
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> codec.decode(type, ContractSchemas.bytes(document)))
                .withMessageStartingWith(name + " is missing")
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.MISSING);
    }
}
