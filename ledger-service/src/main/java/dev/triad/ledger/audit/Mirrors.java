package dev.triad.ledger.audit;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The accounts of two units with each other, which come to nothing together, pair by pair. */
final class Mirrors {
    private final Map<String, BigInteger> sums = new TreeMap<>();

    void add(String group, String account, BigInteger balance) {
        String pair = pair(account.split(":", -1));
        if (pair != null) {
            sums.merge(group + " " + pair, balance, BigInteger::add);
        }
    }

    /** By pair; every one must be zero. */
    Map<String, BigInteger> sums() {
        return sums;
    }

    /** The same words for both sides of a pair, or null for an account that mirrors none. */
    private static @Nullable String pair(String[] parts) {
        if (parts.length < 4) {
            return null;
        }
        return switch (parts[1] + ":" + parts[2]) {
            case "liabilities:intersegment" -> owes(parts[0], parts[3]);
            case "assets:intersegment" -> owes(parts[3], parts[0]);
            case "expenses:intersegment" -> "%s is charged by %s for %s".formatted(parts[0], parts[3], parts[4]);
            case "revenue:intersegment" -> "%s is charged by %s for %s".formatted(parts[3], parts[0], parts[4]);
            case "memo:imputed-subsidy" -> subsidy(parts);
            case "memo:attributed-contribution" ->
                parts[3].equals("received") ? contribution(parts[0], parts[4]) : contribution(parts[4], parts[0]);
            default -> null;
        };
    }

    private static String owes(String consumer, String provider) {
        return consumer + " owes " + provider;
    }

    private static String subsidy(String[] parts) {
        return parts[4].equals("received")
                ? "%s is subsidised by %s (%s)".formatted(parts[0], parts[5], parts[3])
                : "%s is subsidised by %s (%s)".formatted(parts[5], parts[0], parts[3]);
    }

    private static String contribution(String to, String from) {
        return from + " attributes to " + to;
    }
}
