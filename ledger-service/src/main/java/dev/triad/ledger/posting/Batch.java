package dev.triad.ledger.posting;

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

    private final List<Posted> posted = new ArrayList<>();
    private final List<Suspended> suspended = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<PublishedRate> rates = new ArrayList<>();
    private final List<Repricing> repricings = new ArrayList<>();
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

    /**
     * What the rates change of what is on the books already. The differences are made when they are written, as
     * there may be very many: one repricing after the other, each against the books as the one before it left them,
     * and all of them before anything else of the batch.
     */
    public List<Repricing> repricings() {
        return repricings;
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
