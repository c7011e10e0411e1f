package dev.triad.ledger.allocation;

import dev.triad.ledger.fraction.Fractions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** Departments that fit together, in the order in which they were given. */
public final class Departments {
    private final Map<String, Department> byName = new LinkedHashMap<>();
    private final List<Department> services;
    private final List<Department> finals;

    /** @throws IllegalArgumentException when they do not fit together; the message names the department and why */
    public Departments(List<Department> departments) {
        for (Department department : departments) {
            if (byName.put(department.name(), department) != null) {
                throw new IllegalArgumentException("there are two departments " + department.name());
            }
        }
        services = departments.stream().filter(Department::service).toList();
        finals =
                departments.stream().filter(department -> !department.service()).toList();
        services.forEach(this::requireKnownUsers);
        requireEnds();
    }

    private void requireKnownUsers(Department service) {
        for (String user : service.usage().keySet()) {
            if (!byName.containsKey(user)) {
                throw new IllegalArgumentException(
                        "%s is used by %s, which is no department".formatted(service.name(), user));
            }
        }
    }

    /** What services pass only among themselves would go round for ever. */
    private void requireEnds() {
        Set<String> ending = new HashSet<>();
        Deque<Department> next = new ArrayDeque<>(finals);
        while (!next.isEmpty()) {
            Department reached = next.remove();
            for (Department service : services) {
                if (service.share(reached).signum() > 0 && ending.add(service.name())) {
                    next.add(service);
                }
            }
        }
        for (Department service : services) {
            if (!ending.contains(service.name())) {
                throw new IllegalArgumentException(
                        "nothing of %s ever reaches a final department".formatted(service.name()));
            }
        }
    }

    public List<Department> services() {
        return services;
    }

    public List<Department> finals() {
        return finals;
    }

    public Collection<Department> all() {
        return byName.values();
    }

    /** What all of them cost. */
    public BigFraction total() {
        return Fractions.sum(all().stream().map(Department::directCost).toList());
    }

    /**
     * The services in the order given.
     *
     * @throws IllegalArgumentException when it does not name every service once
     */
    public List<Department> inOrder(List<String> names) {
        List<Department> order = new ArrayList<>();
        for (String name : names) {
            Department department = byName.get(name);
            if (department == null || !department.service()) {
                throw new IllegalArgumentException("the order names %s, which is no service".formatted(name));
            }
            order.add(department);
        }
        if (order.size() != services.size() || Set.copyOf(names).size() != services.size()) {
            throw new IllegalArgumentException("the order does not name each of the %d services once: %s"
                    .formatted(services.size(), String.join(", ", names)));
        }
        return order;
    }

    /** The usual order of stepping down: first the service of which the other services use most, then the dearest. */
    public List<Department> usualOrder() {
        return services.stream()
                .sorted(Comparator.comparing(this::usedByServices)
                        .thenComparing(Department::directCost)
                        .reversed())
                .toList();
    }

    private BigFraction usedByServices(Department service) {
        return Fractions.sum(services.stream()
                .filter(user -> user != service)
                .map(service::share)
                .toList());
    }
}
