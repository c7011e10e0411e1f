package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schema and record agree field by field: name, order, kind, whether it may be left out, and how many. */
class SchemaRecordContractTest {
    private static final Map<String, Integer> ITEMS_MAX = Map.of(
            "lines", SaleRecorded.LINES_MAX,
            "attribution", Attribution.ATTRIBUTIONS_MAX,
            "users", CostIncurred.USERS_MAX,
            "units", GroupDeclared.UNITS_MAX,
            "cut", PeriodClosed.PARTITIONS_MAX,
            "pending", PartitionCut.RANGES_MAX,
            "storefrontFor", GroupDeclared.UNITS_MAX);

    @ParameterizedTest
    @EnumSource
    void schemaAndRecordAgree(EventType type) {
        JsonNode schema = ContractSchemas.schema(type);

        assertThat(schema.get("$id").asText()).isEqualTo("urn:triad:schema:" + type.typeName());
        assertThat(schema.get("title").asText()).isEqualTo(type.record().getSimpleName());
        assertAgree(type, type.record(), schema);
    }

    private static void assertAgree(EventType type, Class<?> record, JsonNode schema) {
        RecordComponent[] components = record.getRecordComponents();
        assertThat(names(schema.get("properties")))
                .as("fields of %s", record)
                .containsExactly(
                        Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new));
        assertThat(schema.get("type").asText()).isEqualTo("object");
        assertThat(schema.path("additionalProperties").isMissingNode())
                .as("unknown fields")
                .isTrue();
        assertThat(schema.path("description").asText()).isNotBlank();
        for (RecordComponent component : components) {
            JsonNode field = schema.get("properties").get(component.getName());
            assertThat(field.path("description").asText())
                    .as("description of %s", component)
                    .isNotBlank();
            assertRequired(component, schema, field);
            assertKind(type, component.getGenericType(), component.getName(), field);
        }
    }

    /** What a record takes as null or empty may be left out or null; everything else is required. */
    private static void assertRequired(RecordComponent component, JsonNode schema, JsonNode field) {
        boolean many = Stream.of(List.class, Map.class).anyMatch(component.getType()::equals);
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (many && field.path("minItems").asInt() == 0);
        boolean mayBeNull = field.findValuesAsText("type").contains("null")
                || field.path("type")
                        .valueStream()
                        .anyMatch(kind -> kind.asText().equals("null"));
        assertThat(values(schema.get("required")).contains(component.getName()))
                .as("%s is required", component)
                .isEqualTo(!optional);
        assertThat(mayBeNull).as("%s may be null", component).isEqualTo(optional);
    }

    private static void assertKind(EventType type, Type java, String name, JsonNode field) {
        JsonNode resolved = ContractSchemas.resolve(type, field);
        String definition = ContractSchemas.definition(field);
        if (java == String.class) {
            assertThat(definition).as(name).isIn("name", "text", "month");
        } else if (java == BigDecimal.class) {
            assertThat(definition).as(name).isIn("decimal", "notNegativeDecimal", "positiveDecimal", "weight");
        } else if (java == Instant.class) {
            assertThat(definition).as(name).isEqualTo("time");
        } else if (java == UUID.class) {
            assertThat(definition).as(name).isEqualTo("uuid");
        } else if (java == Asset.class) {
            assertThat(definition).as(name).isEqualTo("asset");
        } else if (java == Long.class) {
            assertThat(definition).as(name).isEqualTo("offset");
            assertThat(resolved.get("maximum").asLong()).isEqualTo(PartitionCut.OFFSET_MAX);
        } else if (definition.equals("partition")) {
            assertThat(java).isEqualTo(Integer.class);
            assertThat(resolved.get("maximum").asInt()).isEqualTo(PartitionCut.PARTITION_MAX);
        } else if (java == Integer.class) {
            assertThat(resolved.get("type").get(0).asText()).isEqualTo("integer");
            assertThat(resolved.get("minimum").asInt()).isEqualTo(1);
            assertThat(resolved.get("maximum").asInt()).isEqualTo(SaleRecorded.LINES_MAX);
        } else if (java instanceof Class<?> kind && kind.isEnum()) {
            assertThat(values(resolved.get("enum"))).as(name).isEqualTo(codes(kind));
        } else if (java instanceof Class<?> kind && kind.isRecord()) {
            assertAgree(type, kind, resolved);
        } else if (java instanceof ParameterizedType many && many.getRawType() == List.class) {
            assertThat(resolved.get("maxItems").asInt()).as(name).isEqualTo(ITEMS_MAX.get(name));
            assertKind(type, many.getActualTypeArguments()[0], name, resolved.get("items"));
        } else {
            assertThat(resolved.get("maxProperties").asInt()).isEqualTo(UsageRecorded.LABELS_MAX);
            assertThat(ContractSchemas.definition(resolved.get("propertyNames")))
                    .isEqualTo("text");
            assertThat(ContractSchemas.definition(resolved.get("additionalProperties")))
                    .isEqualTo("text");
        }
    }

    private static List<String> codes(Class<?> kind) {
        return Arrays.stream(kind.getFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(constant -> Objects.requireNonNull(constant.getAnnotation(JsonProperty.class))
                        .value())
                .toList();
    }

    private static List<String> values(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
