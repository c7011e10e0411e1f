package dev.triad.store.order;

import dev.triad.access.web.Access;
import dev.triad.events.Source;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.scenario.Scenario;
import dev.triad.simulation.scenario.Scenarios;
import dev.triad.simulation.scenario.StoreScenario;
import dev.triad.store.sale.Till;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stores of this service, by group. */
@Singleton
public class Stores {
    /**
     * One store.
     *
     * @param source the unit
     * @param scenario what it is like
     * @param till how it earns
     */
    public record Store(Source source, StoreScenario scenario, Till till) {}

    private final Map<String, Store> stores = new LinkedHashMap<>();
    private final Access access;

    Stores(Scenarios scenarios, Access access) {
        this.access = access;
        for (Scenario scenario : scenarios.all()) {
            StoreScenario store = scenario.store();
            if (store != null) {
                stores.put(
                        scenario.group(), new Store(scenario.source(store.unit()), store, new Till(store.business())));
            }
        }
    }

    public List<Store> all() {
        return List.copyOf(stores.values());
    }

    public Optional<Store> find(String group) {
        return Optional.ofNullable(stores.get(group));
    }

    /** The stores that the caller sees. */
    List<Store> seen() {
        return stores.values().stream()
                .filter(store -> access.sees(store.source().group()))
                .toList();
    }

    /**
     * The store of a group, or the first one when none is named; those that the caller does not see are not there.
     *
     * @throws dev.triad.problem.ProblemException when there is none
     */
    public Store require(@Nullable String group) {
        return seen().stream()
                .filter(store -> group == null || store.source().group().equals(group))
                .findFirst()
                .orElseThrow(() -> ProblemCode.UNKNOWN_GROUP.exception("group", "no store of this group is here"));
    }
}
