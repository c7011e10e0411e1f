package dev.triad.cli.faults;

import dev.triad.cli.workload.Expectation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The books held against the oracle.
 *
 * @param lost events that were sent and are not posted
 * @param doubled entries too many
 * @param wrong every sum that is not what it must be, in sentences
 */
record Audit(long lost, long doubled, List<String> wrong) {
    private static final int SHOWN_MAX = 5;

    Audit {
        wrong = List.copyOf(wrong);
    }

    static Audit of(Expectation expected, Found found) {
        List<String> wrong = new ArrayList<>();
        compare(wrong, "balance", expected.balances(), found.balances());
        compare(wrong, "sum of postings", expected.balances(), found.journal());
        BigInteger sum = found.balances().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() != 0) {
            wrong.add("the trial balance is off by " + sum);
        }
        return new Audit(expected.events() - found.posted(), found.doubled(), wrong);
    }

    private static void compare(
            List<String> wrong,
            String what,
            SortedMap<String, BigInteger> expected,
            SortedMap<String, BigInteger> found) {
        TreeSet<String> accounts = new TreeSet<>(expected.keySet());
        accounts.addAll(found.keySet());
        List<String> different = accounts.stream()
                .filter(account -> !amount(expected, account).equals(amount(found, account)))
                .map(account -> "the %s of %s is %s and must be %s"
                        .formatted(what, account, amount(found, account), amount(expected, account)))
                .toList();
        wrong.addAll(different.subList(0, Math.min(SHOWN_MAX, different.size())));
        if (different.size() > SHOWN_MAX) {
            wrong.add("and %d more".formatted(different.size() - SHOWN_MAX));
        }
    }

    private static BigInteger amount(Map<String, BigInteger> amounts, String account) {
        return amounts.getOrDefault(account, BigInteger.ZERO);
    }
}
