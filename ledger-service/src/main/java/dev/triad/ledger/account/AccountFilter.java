package dev.triad.ledger.account;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a group.
 *
 * @param group the group's id
 * @param unit of this unit, or of any when null
 * @param prefix whose names begin so
 * @param contains whose names contain this
 */
public record AccountFilter(int group, @Nullable String unit, String prefix, String contains) {
    public static AccountFilter all(int group) {
        return new AccountFilter(group, null, "", "");
    }

    public static AccountFilter ofUnit(int group, String unit) {
        return new AccountFilter(group, unit, "", "");
    }

    public static AccountFilter named(int group, String account) {
        return new AccountFilter(group, null, account, "");
    }

    public static AccountFilter containing(int group, String part) {
        return new AccountFilter(group, null, "", part);
    }
}
