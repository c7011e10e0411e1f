package dev.triad.ledger.account;

import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a group.
 *
 * @param group the group's id
 * @param names of these names, or of any when there are none
 * @param unit of this unit, or of any when null
 * @param prefix whose names begin so
 * @param contains whose names contain this
 */
public record AccountFilter(
        int group, List<String> names, @Nullable String unit, String prefix, String contains) {
    public AccountFilter {
        names = List.copyOf(names);
    }

    public static AccountFilter all(int group) {
        return new AccountFilter(group, List.of(), null, "", "");
    }

    public static AccountFilter ofUnit(int group, String unit) {
        return new AccountFilter(group, List.of(), unit, "", "");
    }

    public static AccountFilter named(int group, String account) {
        return named(group, List.of(account));
    }

    public static AccountFilter named(int group, List<String> accounts) {
        return new AccountFilter(group, accounts, null, "", "");
    }

    public static AccountFilter containing(int group, String part) {
        return new AccountFilter(group, List.of(), null, "", part);
    }

    boolean isOne() {
        return names.size() == 1;
    }

    /** The condition on an account {@code a}, for {@link #bind}. */
    String condition() {
        return "a.group_id = :group"
                + (names.isEmpty() ? "" : " and a.name = any(:names)")
                + (unit == null ? "" : " and a.unit = :unit")
                + (prefix.isEmpty() ? "" : " and starts_with(a.name, :prefix)")
                + (contains.isEmpty() ? "" : " and position(:contains in a.name) > 0");
    }

    void bind(SqlStatement<?> statement) {
        statement.bind("group", group);
        if (!names.isEmpty()) {
            statement.bindArray("names", String.class, names);
        }
        if (unit != null) {
            statement.bind("unit", unit);
        }
        if (!prefix.isEmpty()) {
            statement.bind("prefix", prefix);
        }
        if (!contains.isEmpty()) {
            statement.bind("contains", contains);
        }
    }
}
