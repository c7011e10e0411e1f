package dev.triad.ledger.posting;

/**
 * One leg of an entry.
 *
 * @param account the account's name in its group, such as {@code store:assets:cash}
 * @param amount in the group's smallest unit; positive is a debit, negative a credit
 */
public record Posting(String account, long amount) {}
