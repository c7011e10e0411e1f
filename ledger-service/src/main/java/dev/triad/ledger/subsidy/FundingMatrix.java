package dev.triad.ledger.subsidy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who funds whom: gross by ordered pair, and net between the two of a pair. */
public record FundingMatrix(List<Gross> gross, List<Net> net) {
    public FundingMatrix {
        gross = List.copyOf(gross);
        net = List.copyOf(net);
    }

    /** All that one unit granted another, by which mechanisms, and the accounts behind it. */
    public record Gross(
            String grantor,
            String recipient,
            BigInteger amount,
            Map<String, BigInteger> byMechanism,
            List<String> accounts) {
        public Gross {
            byMechanism = Collections.unmodifiableMap(new TreeMap<>(byMechanism));
            accounts = List.copyOf(accounts);
        }
    }

    /** What remains of a pair after both directions; the amount is never negative. */
    public record Net(String grantor, String recipient, BigInteger amount) {}

    private record Pair(String grantor, String recipient) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int grantors = grantor.compareTo(other.grantor);
            return grantors != 0 ? grantors : recipient.compareTo(other.recipient);
        }

        Pair reversed() {
            return new Pair(recipient, grantor);
        }
    }

    public static FundingMatrix of(Collection<SubsidyFlow> flows) {
        Map<Pair, Map<String, BigInteger>> pairs = new TreeMap<>();
        Map<Pair, Set<String>> accounts = new TreeMap<>();
        for (SubsidyFlow flow : flows) {
            Pair pair = new Pair(flow.grantor(), flow.recipient());
            pairs.computeIfAbsent(pair, _ -> new TreeMap<>()).merge(flow.mechanism(), flow.amount(), BigInteger::add);
            accounts.computeIfAbsent(pair, _ -> new TreeSet<>()).addAll(flow.accounts());
        }
        Map<Pair, BigInteger> totals = new TreeMap<>();
        List<Gross> gross = new ArrayList<>();
        pairs.forEach((pair, mechanisms) -> {
            BigInteger total = mechanisms.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            totals.put(pair, total);
            gross.add(new Gross(
                    pair.grantor(),
                    pair.recipient(),
                    total,
                    mechanisms,
                    List.copyOf(accounts.getOrDefault(pair, Set.of()))));
        });
        return new FundingMatrix(gross, net(totals));
    }

    private static List<Net> net(Map<Pair, BigInteger> totals) {
        List<Net> net = new ArrayList<>();
        totals.forEach((pair, total) -> {
            BigInteger back = totals.getOrDefault(pair.reversed(), BigInteger.ZERO);
            BigInteger remains = total.subtract(back);
            boolean alone = !totals.containsKey(pair.reversed());
            if (remains.signum() > 0) {
                net.add(new Net(pair.grantor(), pair.recipient(), remains));
            } else if (remains.signum() < 0 && alone) {
                net.add(new Net(pair.recipient(), pair.grantor(), remains.negate()));
            }
        });
        return net;
    }
}
