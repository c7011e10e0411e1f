package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.workload.Expectation;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A figure counts only for books that are right: compares them with what the workload knows them to come to. */
final class Proof {
    private Proof() {}

    /** Fails at the first difference, and names it. */
    static void require(Expectation expectation, String group, Books books, LedgerApi api)
            throws SQLException, IOException, InterruptedException {
        same("records set aside", 0L, books.suspended());
        same("entries", expectation.events(), books.entries());
        same("postings", expectation.postings(), books.postings());
        requireBalances(expectation, group, api);
    }

    /** Fails at the first balance of the group that is wrong, and names it. */
    static void requireBalances(Expectation expectation, String group, LedgerApi api)
            throws IOException, InterruptedException {
        SortedMap<String, BigInteger> expected = new TreeMap<>(expectation.balances());
        expected.values().removeIf(balance -> balance.signum() == 0);
        SortedMap<String, BigInteger> actual = api.balances(group);
        TreeSet<String> accounts = new TreeSet<>(expected.keySet());
        accounts.addAll(actual.keySet());
        for (String account : accounts) {
            same("the balance of " + account, expected.get(account), actual.get(account));
        }
    }

    private static void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new CommandException("The books are wrong, so the figures count for nothing: %s should be %s, not %s."
                    .formatted(what, expected, actual));
        }
    }
}
