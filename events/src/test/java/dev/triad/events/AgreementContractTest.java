package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is done to a document, schema and codec say the same of it: what the codec takes, validates, and
 * what validates, the codec takes, but for the few rules that a schema cannot say and its descriptions do.
 */
class AgreementContractTest {
    /** The whole list of what only words can say; a refusal for any other reason is a disagreement. */
    static final List<String> SAID_IN_WORDS = List.of(
            "attribution weights sum to more than 1",
            "period.from must be before period.to",
            "consumer must not be the provider itself",
            "units names a unit twice",
            "units.storefrontFor must not name the unit itself",
            "must lie between the years 1970 and 2199",
            "must not hold half a character",
            // A schema's integer may be written 1.0; the codec wants it plain.
            "must be an integer",
            "cut.pending.from must be less than cut.pending.to");

    /** Values that lie on, or just beyond, some edge of some field: each is tried in every place. */
    private static final List<JsonNode> PROBES = probes();

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource
    void everyProbeInEveryPlaceIsJudgedAlike(EventType type) {
        JsonNode full = ContractSchemas.full(type);
        for (JsonPointer place : ContractSchemas.places(full)) {
            for (JsonNode probe : PROBES) {
                ObjectNode document = ContractSchemas.full(type);
                put(document, place, probe);
                assertJudgedAlike(type, document);
            }
        }
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    @Domain(EventDomain.class)
    void aMutatedEventIsJudgedAlike(@ForAll Event event, @ForAll("mutations") List<Mutation> mutations)
            throws IOException {
        // Given
        ObjectNode document = (ObjectNode) ContractSchemas.MAPPER.readTree(codec.encode(event));

        // When
        for (Mutation mutation : mutations) {
            mutate(document, mutation);
        }

        // Then
        assertJudgedAlike(event.type(), document);
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 10_000);
        return Combinators.combine(Arbitraries.of(Mutation.Kind.class), numbers, numbers)
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private void assertJudgedAlike(EventType type, JsonNode document) {
        String refusal = refusal(type, document);
        boolean valid = ContractSchemas.validates(type, document);
        if (refusal == null) {
            assertThat(ContractSchemas.faults(type, document))
                    .as("the codec takes %s", document)
                    .isEmpty();
        } else if (valid) {
            assertThat(SAID_IN_WORDS)
                    .as("the schema takes %s, the codec says: %s", document, refusal)
                    .anyMatch(refusal::contains);
        }
    }

    private @Nullable String refusal(EventType type, JsonNode document) {
        try {
            codec.decode(type, ContractSchemas.bytes(document));
            return null;
        } catch (InvalidEventException e) {
            return e.getMessage();
        }
    }

    private static void mutate(ObjectNode document, Mutation mutation) {
        List<JsonPointer> places = ContractSchemas.places(document);
        if (places.isEmpty()) {
            return;
        }
        JsonPointer place = places.get(mutation.place() % places.size());
        switch (mutation.kind()) {
            case REPLACE -> put(document, place, PROBES.get(mutation.probe() % PROBES.size()));
            case REMOVE -> remove(document, place);
            case REPEAT -> repeat(document, place);
        }
    }

    private static void put(JsonNode document, JsonPointer place, JsonNode value) {
        switch (document.at(place.head())) {
            case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
            default -> throw new IllegalArgumentException(place.toString());
        }
    }

    private static void remove(JsonNode document, JsonPointer place) {
        switch (document.at(place.head())) {
            case ObjectNode object -> object.remove(place.last().getMatchingProperty());
            case ArrayNode array -> array.remove(place.last().getMatchingIndex());
            default -> throw new IllegalArgumentException(place.toString());
        }
    }

    private static void repeat(JsonNode document, JsonPointer place) {
        if (document.at(place.head()) instanceof ArrayNode array) {
            array.add(array.get(place.last().getMatchingIndex()).deepCopy());
        }
    }

    private static List<JsonNode> probes() {
        try (InputStream in = AgreementContractTest.class.getResourceAsStream("/contract/probes.json")) {
            Stream<JsonNode> listed = ContractSchemas.MAPPER
                    .readTree(Objects.requireNonNull(in, "probes.json"))
                    .valueStream();
            Stream<JsonNode> atTheLimits = Stream.of(
                            "a".repeat(63),
                            "a".repeat(64),
                            "x".repeat(256),
                            "x".repeat(257),
                            "😀".repeat(256),
                            "😀".repeat(257))
                    .map(JsonNodeFactory.instance::textNode);
            return Stream.concat(listed, atTheLimits).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("probes.json", e);
        }
    }

    /** What is done to a document, at which of its places. */
    record Mutation(Kind kind, int place, int probe) {
        enum Kind {
            REPLACE,
            REMOVE,
            REPEAT
        }
    }
}
