package dev.triad.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.triad.testing.IssuerTestResource;
import dev.triad.testing.KafkaTestResource;
import dev.triad.testing.UnitAccessContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The stores of two companies; what holds here holds for the other units' services, which share all of it. */
@QuarkusTest
@TestProfile(AccessQuarkusTest.TwoStores.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
class AccessQuarkusTest extends UnitAccessContract {
    private static final String OTHER = "ebay";

    private final Map<String, String> orders = new HashMap<>();

    /** Two quiet stores. */
    public static final class TwoStores implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new QuietStore().getConfigOverrides());
            settings.put("triad.scenarios", OWN + ',' + OTHER);
            return settings;
        }
    }

    @Override
    protected String name() {
        return "store-service";
    }

    @Override
    protected String other() {
        return OTHER;
    }

    @Override
    protected @Nullable String parameter(String path, String name, String group) {
        if (!name.equals("id")) {
            return null;
        }
        return group.equals(NOWHERE) ? "order-77777777" : orders.computeIfAbsent(group, this::order);
    }

    @Test
    void whoSteersWithoutNamingAGroupSteersTheirOwnAlone() {
        // When
        ObjectNode slower = JsonNodeFactory.instance.objectNode().put("rate", "0.5");
        assertThat(send("PUT", "/api/v1/simulation", slower, token(List.of("operator"), List.of(OWN)))
                        .status())
                .isEqualTo(200);

        // Then
        String all = token(List.of("reader"), List.of("*"));
        assertThat(json(send("GET", "/api/v1/simulation?group=" + OTHER, null, all))
                        .at("/units/0/rate")
                        .asText())
                .isEqualTo("1");
        assertThat(json(send("GET", "/api/v1/simulation?group=" + OWN, null, all))
                        .at("/units/0/rate")
                        .asText())
                .isEqualTo("0.5");
    }

    private String order(String group) {
        String operator = token(List.of("operator"), List.of(group));
        String sku = json(send("GET", "/api/v1/catalogue?group=" + group, null, operator))
                .at("/items/0/sku")
                .asText();
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("group", group);
        order.putArray("lines").addObject().put("sku", sku).put("quantity", "2");
        return json(send("POST", "/api/v1/orders", order, operator)).path("id").asText();
    }
}
