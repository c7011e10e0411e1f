package dev.triad.ledger.provision;

import static dev.triad.ledger.posting.AccountNames.COST_POOL;

import dev.triad.events.CostBehaviour;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An account of a cost pool, {@code unit:expenses:cost-pool:pool:behaviour:user:…}.
 *
 * @param unit the unit that bears the cost
 * @param users who uses the pool
 */
record CostAccount(String name, String unit, String pool, CostBehaviour behaviour, List<String> users) {
    CostAccount {
        users = List.copyOf(users);
    }

    static Optional<CostAccount> parse(String name) {
        int mark = name.indexOf(COST_POOL);
        if (mark < 0) {
            return Optional.empty();
        }
        List<String> parts =
                Arrays.asList(name.substring(mark + COST_POOL.length()).split(":", -1));
        return Optional.of(new CostAccount(
                name,
                name.substring(0, mark),
                parts.getFirst(),
                parts.get(1).equals(CostBehaviour.FIXED.code()) ? CostBehaviour.FIXED : CostBehaviour.VARIABLE,
                parts.subList(2, parts.size())));
    }

    /** Whether the unit has the cost for itself alone. */
    boolean isOwn() {
        return users.equals(List.of(unit));
    }

    /** Whether one user causes it, and its amount so tells how much that one used. */
    boolean isOfOne() {
        return behaviour == CostBehaviour.VARIABLE && users.size() == 1;
    }
}
