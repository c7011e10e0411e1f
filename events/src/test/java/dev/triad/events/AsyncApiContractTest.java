package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document names every topic, type and header as the code has them. */
class AsyncApiContractTest {
    private static final JsonNode API = read();

    @Test
    void everyTopicIsAChannel() {
        Set<String> addresses = API.get("channels")
                .valueStream()
                .map(channel -> channel.get("address").asText())
                .collect(Collectors.toSet());

        assertThat(addresses).isEqualTo(Set.copyOf(Topics.EVENTS));
    }

    @Test
    void everyChannelIsMadeAsTheTopicsAre() {
        for (JsonNode channel : API.get("channels")) {
            JsonNode kafka = resolve(channel.get("bindings")).get("kafka");
            assertThat(kafka.get("partitions").asInt()).isEqualTo(Topics.PARTITIONS);
            JsonNode settings = kafka.get("topicConfiguration");
            Topics.EVENT_SETTINGS.forEach((name, value) -> {
                JsonNode said = settings.get(name);
                assertThat(said.isArray() ? said.get(0).asText() : said.asText())
                        .as(name)
                        .isEqualTo(value);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsAMessageOfItsTopicWithItsSchema(EventType type) {
        JsonNode message = message(type);

        assertThat(message.get("payload").get("$ref").asText()).isEqualTo("schemas/" + type.schemaName());
        assertThat(message.get("title").asText()).isEqualTo(type.record().getSimpleName());
        assertThat(message.get("contentType").asText()).isEqualTo("application/json");
        assertThat(resolve(message.get("bindings")).at("/kafka/key/type").asText())
                .isEqualTo("string");
        assertThat(message.get("headers").findValue("ce_type").get("const").asText())
                .isEqualTo(type.typeName());
        List<String> topics = API.get("channels")
                .valueStream()
                .filter(channel -> channel.get("messages").valueStream().anyMatch(ref -> resolve(ref) == message))
                .map(channel -> channel.get("address").asText())
                .toList();
        assertThat(topics).containsExactly(type.topic());
    }

    @Test
    void thereAreNoOtherMessages() {
        assertThat(API.at("/components/messages").size()).isEqualTo(EventType.values().length);
    }

    @Test
    void theHeadersAreThoseOfTheBinding() {
        JsonNode headers = API.at("/components/schemas/headers");
        List<String> required = List.of(
                KafkaBinding.SPEC_VERSION,
                KafkaBinding.TYPE,
                KafkaBinding.SOURCE,
                KafkaBinding.ID,
                KafkaBinding.TIME,
                KafkaBinding.SUBJECT);

        assertThat(texts(headers.get("required"))).isEqualTo(required);
        assertThat(headers.get("properties").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(concat(
                        required,
                        List.of(
                                KafkaBinding.IDEMPOTENCY_KEY,
                                KafkaBinding.REQUEST_DIGEST,
                                KafkaBinding.PRODUCER,
                                KafkaBinding.SIGNATURE,
                                KafkaBinding.CONTENT_TYPE)));
    }

    @Test
    void everyHeaderThatTheBindingNamesIsInTheDocument() throws IllegalAccessException {
        JsonNode properties = API.at("/components/schemas/headers/properties");
        for (Field constant : KafkaBinding.class.getFields()) {
            if (constant.getType() == String.class) {
                assertThat(properties.has((String) constant.get(null)))
                        .as(constant.getName())
                        .isTrue();
            }
        }
    }

    @Property
    @Domain(EventDomain.class)
    void theHeadersOfAnEventAreAsTheDocumentSays(@ForAll CloudEvent event) {
        JsonNode properties = API.at("/components/schemas/headers/properties");
        for (Header header : KafkaBinding.headers(event)) {
            JsonNode said = properties.get(header.key());
            String value = Objects.requireNonNull(Utf8.text(header.value()));
            if (said.has("const")) {
                assertThat(value).isEqualTo(said.get("const").asText());
            }
            if (said.has("pattern")) {
                assertThat(value).matches(said.get("pattern").asText());
            }
            if (said.has("maxLength")) {
                assertThat(value.codePointCount(0, value.length()))
                        .isBetween(
                                said.get("minLength").asInt(),
                                said.get("maxLength").asInt());
            }
        }
    }

    @Test
    void timesAndIdsAreWrittenAsInTheSchemas() {
        JsonNode properties = API.at("/components/schemas/headers/properties");

        assertThat(properties.at("/ce_time/pattern"))
                .isEqualTo(ContractSchemas.schema(EventType.RATE_PUBLISHED).at("/$defs/time/pattern"));
        assertThat(properties.at("/ce_id/pattern"))
                .isEqualTo(ContractSchemas.schema(EventType.SALE_RETURNED).at("/$defs/uuid/pattern"));
        assertThat(new UUID(0, 0).toString())
                .matches(properties.at("/ce_id/pattern").asText());
    }

    @Test
    void everyOperationSaysWhoDoesItAndTheLedgerReceivesEverything() {
        Set<String> received = API.get("operations")
                .valueStream()
                .filter(operation -> operation.at("/tags/0/name").asText().equals("ledger-service"))
                .flatMap(operation -> operation.get("messages").valueStream())
                .map(reference -> resolve(reference).get("name").asText())
                .collect(Collectors.toSet());

        assertThat(received)
                .isEqualTo(Arrays.stream(EventType.values())
                        .map(EventType::typeName)
                        .collect(Collectors.toSet()));
        for (JsonNode operation : API.get("operations")) {
            assertThat(operation.get("action").asText()).isIn("send", "receive");
            assertThat(API.at("/info/tags").findValuesAsText("name"))
                    .contains(operation.at("/tags/0/name").asText());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : API.findValues("$ref")) {
            if (reference.asText().startsWith("#")) {
                assertThat(API.at(reference.asText().substring(1)).isMissingNode())
                        .as(reference.asText())
                        .isFalse();
            } else {
                assertThat(AsyncApiContractTest.class.getResource("/" + reference.asText()))
                        .as(reference.asText())
                        .isNotNull();
            }
        }
    }

    private static JsonNode message(EventType type) {
        return API.at("/components/messages")
                .valueStream()
                .filter(message -> message.get("name").asText().equals(type.typeName()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode resolve(JsonNode node) {
        JsonNode target = node;
        while (target.has("$ref")) {
            target = API.at(target.get("$ref").asText().substring(1));
        }
        return target;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static JsonNode read() {
        try (InputStream in = AsyncApiContractTest.class.getResourceAsStream("/asyncapi.yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException("asyncapi.yaml", e);
        }
    }
}
