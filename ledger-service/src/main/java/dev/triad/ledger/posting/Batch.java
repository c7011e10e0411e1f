package dev.triad.ledger.posting;

import dev.triad.ledger.period.Closing;
import dev.triad.ledger.rate.Rate;
import dev.triad.ledger.rate.RateKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch of records comes to: everything that one transaction writes. */
public final class Batch {
    /** A published rate and what it prices. */
    public record PublishedRate(RateKey key, Rate rate) {}

    /**
     * A closing of a group's books.
     *
     * @param data the event's data as it stood on the record
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record ClosedPeriod(String group, Closing closing, byte[] data) {}

    private final List<Posted> posted = new ArrayList<>();
    private final List<Suspended> suspended = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<PublishedRate> rates = new ArrayList<>();
    private final List<ClosedPeriod> closings = new ArrayList<>();
    private final List<BooksChange> changes = new ArrayList<>();
    private final Map<EventKey, SaleOnFile> returns = new LinkedHashMap<>();
    private final Map<EventKey, Map<Integer, ReturnedLine>> returnedBefore = new LinkedHashMap<>();
    private int duplicates;

    public List<Posted> posted() {
        return posted;
    }

    public List<Suspended> suspended() {
        return suspended;
    }

    /** Groups that were declared, or given more units. */
    public Map<String, Group> groups() {
        return groups;
    }

    public List<PublishedRate> rates() {
        return rates;
    }

    public List<ClosedPeriod> closings() {
        return closings;
    }

    /**
     * What rates and closings change of what is on the books already: one after the other, and all of them before
     * anything else of the batch.
     */
    public List<BooksChange> changes() {
        return changes;
    }

    /** Sales of which something came back, as they stand afterwards. */
    public Map<EventKey, SaleOnFile> returns() {
        return returns;
    }

    /**
     * For returns of sales of which something had come back before: what that was, by line. An explanation needs it,
     * and it cannot be told from the entries.
     */
    public Map<EventKey, Map<Integer, ReturnedLine>> returnedBefore() {
        return returnedBefore;
    }

    /** How many records said what had been said before. */
    public int duplicates() {
        return duplicates;
    }

    void duplicate() {
        duplicates++;
    }
}
