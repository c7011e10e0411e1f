package dev.triad.ledger.account;

import dev.triad.ledger.posting.AccountNames;
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

    /** The condition on an account {@code a} of the actual book, for {@link #bind}. */
    String condition() {
        return "a.group_id = :group" + conditionInBook();
    }

    /** Whether an account of the group is one of those. */
    boolean matches(String account) {
        return (names.isEmpty() || names.contains(account))
                && (unit == null || AccountNames.unitOf(account).equals(unit))
                && account.startsWith(prefix)
                && account.contains(contains);
    }

    /** What is left to be asked of an account {@code a} of a book that is of the group. */
    String conditionInBook() {
        return (names.isEmpty() ? "" : " and a.name = any(:names)")
                + (unit == null ? "" : " and a.unit = :unit")
                + (prefix.isEmpty() ? "" : " and starts_with(a.name, :prefix)")
                + (contains.isEmpty() ? "" : " and position(:contains in a.name) > 0");
    }

    void bind(SqlStatement<?> statement) {
        bindInBook(statement.bind("group", group));
    }

    void bindInBook(SqlStatement<?> statement) {
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
