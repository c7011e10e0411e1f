package dev.triad.ledger.costgame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.ledger.fraction.Fractions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The airport game of Littlechild and Owen, as published. */
class AirportTest {
    private final Path file = Path.of(System.getProperty("triad.shared", ""), "oracles", "airport.json");
    private JsonNode airport = new ObjectMapper().createObjectNode();
    private List<String> players = List.of();
    private List<Pool> pools = List.of();

    @BeforeEach
    void read() throws IOException {
        assumeThat(file).exists();
        airport = new ObjectMapper().readTree(file.toFile());
        players = new ArrayList<>(numbers(airport.path("shapley")).keySet());
        pools = new ArrayList<>();
        for (JsonNode pool : airport.path("pools")) {
            pools.add(Pool.fixed(
                    pool.path("name").asText(),
                    Fractions.parse(pool.path("cost").asText()),
                    new HashSet<>(names(pool.path("users"))),
                    Map.of()));
        }
    }

    @Test
    void everyPlayerHasItsStandAloneCostAndShapleyValue() {
        CostGame game = CostGame.ofPools(players, Map.of(), pools);

        Map<String, BigFraction> standAlone = new HashMap<>();
        for (int player = 0; player < players.size(); player++) {
            standAlone.put(players.get(player), game.standAlone(player));
        }
        assertThat(standAlone).isEqualTo(numbers(airport.path("standAlone")));
        assertThat(game.shapley()).isEqualTo(numbers(airport.path("shapley")));
        assertThat(PoolShares.shapley(players, Map.of(), pools)).isEqualTo(numbers(airport.path("shapley")));
    }

    @Test
    void everyCaseHasItsViolationsAndNoOthers() {
        CostGame game = CostGame.ofPools(players, Map.of(), pools);

        assertThat(airport.path("cases")).isNotEmpty();
        for (JsonNode one : airport.path("cases")) {
            Set<Violation> expected = new HashSet<>();
            one.path("violations").forEach(violation -> expected.add(violation(violation)));
            assertThat(new HashSet<>(
                            SubsidyTests.of(game, numbers(one.path("revenue"))).violations()))
                    .as(one.path("name").asText())
                    .isEqualTo(expected);
        }
    }

    private static Violation violation(JsonNode violation) {
        Violation.Test test = violation.path("test").asText().equals("stand-alone-cost")
                ? Violation.Test.STAND_ALONE_COST
                : Violation.Test.INCREMENTAL_COST;
        String amount = violation
                .path(test == Violation.Test.STAND_ALONE_COST ? "over" : "short")
                .asText();
        return new Violation(names(violation.path("coalition")), test, Fractions.parse(amount));
    }

    private static List<String> names(JsonNode names) {
        List<String> list = new ArrayList<>();
        names.forEach(name -> list.add(name.asText()));
        return list;
    }

    private static Map<String, BigFraction> numbers(JsonNode numbers) {
        Map<String, BigFraction> map = new HashMap<>();
        numbers.properties()
                .forEach(number -> map.put(
                        number.getKey(), Fractions.parse(number.getValue().asText())));
        return map;
    }
}
