package dev.triad.ledger.account;

import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a group.
 *
 * @param group the group's id
 * @param name the one of this name, or null
 * @param unit of this unit, or of any when null
 * @param prefix whose names begin so
 * @param contains whose names contain this
 */
public record AccountFilter(
        int group, @Nullable String name, @Nullable String unit, String prefix, String contains) {
    public static AccountFilter all(int group) {
        return new AccountFilter(group, null, null, "", "");
    }

    public static AccountFilter ofUnit(int group, String unit) {
        return new AccountFilter(group, null, unit, "", "");
    }

    public static AccountFilter named(int group, String account) {
        return new AccountFilter(group, account, null, "", "");
    }

    public static AccountFilter containing(int group, String part) {
        return new AccountFilter(group, null, null, "", part);
    }

    /** The condition on an account {@code a}, for {@link #bind}. */
    String condition() {
        return "a.group_id = :group"
                + (name == null ? "" : " and a.name = :name")
                + (unit == null ? "" : " and a.unit = :unit")
                + (prefix.isEmpty() ? "" : " and starts_with(a.name, :prefix)")
                + (contains.isEmpty() ? "" : " and position(:contains in a.name) > 0");
    }

    void bind(SqlStatement<?> statement) {
        statement.bind("group", group);
        if (name != null) {
            statement.bind("name", name);
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
