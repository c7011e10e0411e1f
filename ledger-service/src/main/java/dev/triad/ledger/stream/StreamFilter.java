package dev.triad.ledger.stream;

import dev.triad.access.Scope;
import dev.triad.events.EventType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null means any.
 *
 * @param subject what the event is about, exactly
 * @param account what the name of a posting's account begins with
 * @param amountFrom the least absolute amount of the largest posting
 * @param amountTo the greatest
 * @param text what stands anywhere in the entry or its event, whatever its case
 * @param within the groups that the reader sees
 */
public record StreamFilter(
        @Nullable String group,
        @Nullable String unit,
        @Nullable EventType type,
        @Nullable String subject,
        @Nullable String account,
        @Nullable BigDecimal amountFrom,
        @Nullable BigDecimal amountTo,
        @Nullable String text,
        Scope within) {
    public StreamFilter {
        if (amountFrom != null && amountTo != null && amountFrom.compareTo(amountTo) > 0) {
            throw new IllegalArgumentException("amountFrom must not be more than amountTo");
        }
        text = text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** Of all groups. */
    public StreamFilter(
            @Nullable String group,
            @Nullable String unit,
            @Nullable EventType type,
            @Nullable String subject,
            @Nullable String account,
            @Nullable BigDecimal amountFrom,
            @Nullable BigDecimal amountTo,
            @Nullable String text) {
        this(group, unit, type, subject, account, amountFrom, amountTo, text, Scope.EVERY_GROUP);
    }

    /** The same, of these groups alone. */
    StreamFilter within(Scope scope) {
        return new StreamFilter(group, unit, type, subject, account, amountFrom, amountTo, text, scope);
    }

    /** Whether the reader sees all groups, and so may be told how much was posted in all of them. */
    boolean isOfEveryGroup() {
        return within instanceof Scope.Every;
    }

    boolean matches(BookedEntry entry) {
        return matches(entry, entry::searchable);
    }

    /** @param searchable gives the entry's text, which is costly to make and the same for every filter */
    boolean matches(BookedEntry entry, Supplier<String> searchable) {
        return matchesBooks(entry) && matchesRecord(entry, searchable);
    }

    /** Whether an entry is wanted as far as the books alone tell. */
    public boolean matchesBooks(BookedEntry entry) {
        return within.sees(entry.group())
                && (group == null || group.equals(entry.group()))
                && (unit == null || unit.equals(entry.unit()))
                && (type == null || type == entry.type())
                && (account == null
                        || entry.postings().stream()
                                .anyMatch(posting -> posting.account().startsWith(account)))
                && matchesAmount(entry);
    }

    /** Whether it is wanted as far as its event's record tells. */
    public boolean matchesRecord(BookedEntry entry) {
        return matchesRecord(entry, entry::searchable);
    }

    private boolean matchesRecord(BookedEntry entry, Supplier<String> searchable) {
        return (subject == null || subject.equals(entry.subject()))
                && (text == null || searchable.get().contains(text));
    }

    /** Whether the books alone cannot tell. */
    public boolean needsRecord() {
        return subject != null || text != null;
    }

    private boolean matchesAmount(BookedEntry entry) {
        if (amountFrom == null && amountTo == null) {
            return true;
        }
        BigDecimal largest = entry.largest();
        return largest != null
                && (amountFrom == null || largest.compareTo(amountFrom) >= 0)
                && (amountTo == null || largest.compareTo(amountTo) <= 0);
    }
}
