package dev.triad.ledger.simulation;

import java.util.List;

/** The accounts of two units that show the same from both sides. */
final class Mirrors {
    private Mirrors() {}

    /** What the account and its mirror have in common, or nothing for an account without a mirror. */
    static List<String> pair(String group, String account) {
        String[] parts = account.split(":");
        String unit = parts[0];
        return switch (parts[1]) {
            case "liabilities", "expenses" ->
                parts[2].equals("intersegment") ? pair(group, parts[1], unit, parts[3], rest(parts, 4)) : List.of();
            case "assets" ->
                parts[2].equals("intersegment")
                        ? pair(group, "liabilities", parts[3], unit, rest(parts, 4))
                        : List.of();
            case "revenue" ->
                parts[2].equals("intersegment") ? pair(group, "expenses", parts[3], unit, rest(parts, 4)) : List.of();
            case "memo" -> memo(group, unit, parts);
            default -> List.of();
        };
    }

    private static List<String> memo(String group, String unit, String[] parts) {
        return switch (parts[2]) {
            case "imputed-subsidy" ->
                parts[4].equals("received")
                        ? pair(group, parts[3], unit, parts[5], "")
                        : pair(group, parts[3], parts[5], unit, "");
            case "attributed-contribution" ->
                parts[3].equals("received")
                        ? pair(group, parts[2], unit, parts[4], "")
                        : pair(group, parts[2], parts[4], unit, "");
            default -> List.of();
        };
    }

    private static List<String> pair(String group, String kind, String first, String second, String what) {
        return List.of(group, kind, first, second, what);
    }

    private static String rest(String[] parts, int from) {
        return String.join(":", List.of(parts).subList(Math.min(from, parts.length), parts.length));
    }
}
