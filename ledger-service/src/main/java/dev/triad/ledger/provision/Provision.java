package dev.triad.ledger.provision;

import static dev.triad.events.CostIncurred.EXTERNAL;
import static dev.triad.ledger.posting.AccountNames.INTERSEGMENT_EXPENSES;

import dev.triad.events.CostBehaviour;
import dev.triad.ledger.costgame.EconomiesOfScale;
import dev.triad.ledger.costgame.Pool;
import dev.triad.ledger.costgame.SubsidyTests;
import dev.triad.ledger.fraction.Fractions;
import dev.triad.ledger.policy.CapacityCost;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;

/**
 * What a unit provides to customers outside and to other units, from its accounts. The players are the users of its cost
 * pools. What a user pays is the unit's external revenue less returns for the customers outside, and for a unit what it was
 * charged. Costs that the unit has for itself alone are no part of what it provides, and are left out.
 *
 * <p>A pool's variable cost, which is booked by user, tells how much each of them used: it is the cost driver by which the
 * fixed cost is distributed, and by which a capacity with economies of scale is measured.
 *
 * @param provider the unit
 * @param players the customers outside first, then units by name
 * @param costs the accounts of its pools, with what they came to
 * @param paid by player the accounts of what the player paid, with what they came to
 */
public record Provision(
        String provider, List<String> players, Map<String, Cost> costs, Map<String, Map<String, BigInteger>> paid) {
    public Provision {
        players = List.copyOf(players);
    }

    /** A pool's account and what it came to. */
    public record Cost(String pool, boolean fixed, Set<String> users, BigInteger amount, boolean ofOne) {}

    /** A pool's whole cost, and what serving each user added to it. */
    record Capacity(BigInteger cost, Map<String, BigInteger> usage) {
        /** Whether it is known of every user how much it used. */
        boolean isMeasured(Set<String> users) {
            return usage.keySet().containsAll(users)
                    && usage.values().stream().allMatch(used -> used.signum() >= 0)
                    && usage.values().stream().anyMatch(used -> used.signum() > 0);
        }
    }

    /**
     * All units of a group that provide something to others.
     *
     * @param balances debits less credits, by account
     */
    public static List<Provision> of(Map<String, BigInteger> balances) {
        Map<String, Map<String, Cost>> costs = new TreeMap<>();
        balances.forEach((account, balance) -> CostAccount.parse(account)
                .filter(cost -> !cost.isOwn() && !cost.users().isEmpty() && balance.signum() != 0)
                .ifPresent(cost -> costs.computeIfAbsent(cost.unit(), _ -> new LinkedHashMap<>())
                        .put(
                                account,
                                new Cost(
                                        cost.pool(),
                                        cost.behaviour() == CostBehaviour.FIXED,
                                        Set.copyOf(cost.users()),
                                        balance,
                                        cost.isOfOne()))));
        return costs.entrySet().stream()
                .map(unit -> of(unit.getKey(), unit.getValue(), balances))
                .toList();
    }

    private static Provision of(String provider, Map<String, Cost> costs, Map<String, BigInteger> balances) {
        Set<String> users = new TreeSet<>();
        costs.values().forEach(cost -> users.addAll(cost.users()));
        List<String> players = new ArrayList<>();
        if (users.remove(EXTERNAL)) {
            players.add(EXTERNAL);
        }
        players.addAll(users);
        Map<String, Map<String, BigInteger>> paid = new TreeMap<>();
        for (String player : players) {
            paid.put(player, paid(provider, player, balances));
        }
        return new Provision(provider, players, costs, paid);
    }

    private static Map<String, BigInteger> paid(String provider, String player, Map<String, BigInteger> balances) {
        Map<String, BigInteger> paid = new TreeMap<>();
        String charges = player + INTERSEGMENT_EXPENSES + provider + ":";
        balances.forEach((account, balance) -> {
            if (player.equals(EXTERNAL)) {
                if (account.startsWith(provider + ":revenue:external:")
                        || account.startsWith(provider + ":revenue:returns:")) {
                    paid.put(account, balance.negate());
                }
            } else if (account.startsWith(charges)) {
                paid.put(account, balance);
            }
        });
        return paid;
    }

    /** What each player paid, in the smallest unit. */
    public Map<String, BigFraction> revenues() {
        Map<String, BigFraction> revenues = new LinkedHashMap<>();
        for (String player : players) {
            revenues.put(
                    player,
                    new BigFraction(paid.getOrDefault(player, Map.of()).values().stream()
                            .reduce(BigInteger.ZERO, BigInteger::add)));
        }
        return revenues;
    }

    /** What a player paid. */
    public BigFraction revenue(String player) {
        return revenues().getOrDefault(player, BigFraction.ZERO);
    }

    /** The tests of the additive game: fixed costs are there as soon as one of their users is served. */
    public SubsidyTests tests() {
        return tests(CapacityCost.USAGE);
    }

    /** @param distributed by what fully distributed cost divides the pools; usage and revenue give way to what is known */
    public SubsidyTests tests(CapacityCost distributed) {
        List<Pool> pools = new ArrayList<>();
        byPool().forEach((name, costs) -> addFixed(pools, name, costs, distributed));
        return SubsidyTests.of(players, ownCosts(), pools, revenues());
    }

    /**
     * The tests of the game in which each measured pool is a capacity that would be smaller, but dearer for its size, without
     * some of its users.
     *
     * @throws IllegalArgumentException when there are too many players to look at every coalition
     */
    public SubsidyTests tests(EconomiesOfScale scale) {
        List<Pool> pools = new ArrayList<>();
        Map<String, BigFraction> own = new HashMap<>();
        for (Map.Entry<String, List<Cost>> pool : byPool().entrySet()) {
            Capacity capacity = capacity(pool.getValue());
            Set<String> users = users(pool.getValue());
            if (capacity.isMeasured(users)) {
                pools.add(new Pool(
                        pool.getKey(), new BigFraction(capacity.cost()), users, fractions(capacity.usage()), scale));
            } else {
                addFixed(pools, pool.getKey(), pool.getValue(), CapacityCost.USAGE);
                addOwn(own, pool.getValue());
            }
        }
        return SubsidyTests.of(players, own, pools, revenues());
    }

    /** What serving a player alone would cost, with each measured pool a capacity of its own volume alone. */
    public BigFraction standAlone(String player, EconomiesOfScale scale) {
        BigFraction cost = BigFraction.ZERO;
        for (List<Cost> pool : byPool().values()) {
            Capacity capacity = capacity(pool);
            if (capacity.isMeasured(users(pool))) {
                cost = cost.add(scale.alone(share(capacity, player)).multiply(capacity.cost()));
            } else {
                for (Cost one : pool) {
                    cost = one.users().contains(player) ? cost.add(one.amount()) : cost;
                }
            }
        }
        return cost;
    }

    private static BigFraction share(Capacity capacity, String player) {
        BigInteger all = capacity.usage().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        return new BigFraction(capacity.usage().getOrDefault(player, BigInteger.ZERO), all);
    }

    /** All that the pools cost. */
    public BigFraction cost() {
        return new BigFraction(costs.values().stream().map(Cost::amount).reduce(BigInteger.ZERO, BigInteger::add));
    }

    /** What would not be spent without a player: the pools that nobody else uses. */
    public BigFraction incremental(String player) {
        return new BigFraction(costs.values().stream()
                .filter(cost -> cost.users().equals(Set.of(player)))
                .map(Cost::amount)
                .reduce(BigInteger.ZERO, BigInteger::add));
    }

    /** What each user of a measured pool would have paid more, at cost, had it been alone. */
    public Map<String, BigFraction> scaleBenefits(EconomiesOfScale scale) {
        Map<String, BigFraction> benefits = new TreeMap<>();
        for (List<Cost> pool : byPool().values()) {
            Capacity capacity = capacity(pool);
            if (capacity.isMeasured(users(pool))) {
                Map<String, BigFraction> usage = fractions(capacity.usage());
                BigFraction all = Fractions.sum(usage.values());
                usage.forEach((user, used) -> {
                    BigFraction share = used.divide(all);
                    BigFraction more = scale.alone(share).subtract(share);
                    benefits.merge(user, more.multiply(capacity.cost()), BigFraction::add);
                });
            }
        }
        return benefits;
    }

    /** How much of the measured pools' volume each user brings, weighted by what the pools cost. */
    public Map<String, BigFraction> volumeShares() {
        Map<String, BigFraction> costs = new TreeMap<>();
        for (List<Cost> pool : byPool().values()) {
            Capacity capacity = capacity(pool);
            if (capacity.isMeasured(users(pool))) {
                Map<String, BigFraction> usage = fractions(capacity.usage());
                BigFraction all = Fractions.sum(usage.values());
                usage.forEach((user, used) ->
                        costs.merge(user, used.divide(all).multiply(capacity.cost()), BigFraction::add));
            }
        }
        BigFraction sum = Fractions.sum(costs.values());
        costs.replaceAll((_, cost) -> cost.divide(sum));
        return costs;
    }

    private Map<String, List<Cost>> byPool() {
        Map<String, List<Cost>> pools = new TreeMap<>();
        costs.values()
                .forEach(cost -> pools.computeIfAbsent(cost.pool(), _ -> new ArrayList<>())
                        .add(cost));
        return pools;
    }

    private Map<String, BigFraction> ownCosts() {
        Map<String, BigFraction> own = new HashMap<>();
        addOwn(own, costs.values());
        return own;
    }

    private static void addOwn(Map<String, BigFraction> own, Collection<Cost> costs) {
        for (Cost cost : costs) {
            if (cost.ofOne()) {
                own.merge(cost.users().iterator().next(), new BigFraction(cost.amount()), BigFraction::add);
            }
        }
    }

    private static void addFixed(List<Pool> pools, String name, List<Cost> costs, CapacityCost distributed) {
        Map<String, BigInteger> usage = capacity(costs).usage();
        for (Cost cost : costs) {
            if (!cost.ofOne()) {
                pools.add(Pool.fixed(
                        name, new BigFraction(cost.amount()), cost.users(), driver(cost.users(), usage, distributed)));
            }
        }
    }

    /** By what a pool is divided: nothing where that is not known, or is revenue. */
    private static Map<String, BigFraction> driver(
            Set<String> users, Map<String, BigInteger> usage, CapacityCost distributed) {
        Map<String, BigFraction> driver = new TreeMap<>();
        for (String user : users) {
            driver.put(
                    user,
                    switch (distributed) {
                        case USAGE ->
                            new BigFraction(
                                    usage.getOrDefault(user, BigInteger.ZERO).max(BigInteger.ZERO));
                        case REVENUE -> BigFraction.ZERO;
                        case EQUAL -> BigFraction.ONE;
                    });
        }
        return Fractions.sum(driver.values()).signum() > 0 ? driver : Map.of();
    }

    private static Capacity capacity(List<Cost> costs) {
        BigInteger whole = BigInteger.ZERO;
        Map<String, BigInteger> usage = new TreeMap<>();
        for (Cost cost : costs) {
            whole = whole.add(cost.amount());
            if (cost.ofOne()) {
                usage.merge(cost.users().iterator().next(), cost.amount(), BigInteger::add);
            }
        }
        return new Capacity(whole, usage);
    }

    private static Set<String> users(List<Cost> costs) {
        Set<String> users = new TreeSet<>();
        costs.forEach(cost -> users.addAll(cost.users()));
        return users;
    }

    private static Map<String, BigFraction> fractions(Map<String, BigInteger> amounts) {
        Map<String, BigFraction> fractions = new TreeMap<>();
        amounts.forEach((name, amount) -> fractions.put(name, new BigFraction(amount)));
        return fractions;
    }
}
