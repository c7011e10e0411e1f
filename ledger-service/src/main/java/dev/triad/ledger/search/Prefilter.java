package dev.triad.ledger.search;

import dev.triad.events.Asset;
import dev.triad.ledger.group.Groups;
import dev.triad.ledger.posting.Rule;
import dev.triad.ledger.stream.BookedEntry;
import dev.triad.ledger.stream.StreamFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/**
 * What the database can tell of a filter: it lets through at least what the filter does, so that little else has to come out
 * of the database. The filter itself has the last word.
 */
final class Prefilter {
    private static final BigDecimal AMOUNT_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private final int group;
    private final Asset asset;
    private final StreamFilter filter;

    Prefilter(Groups.Known group, StreamFilter filter) {
        this.group = group.id();
        this.asset = group.group().asset();
        this.filter = filter;
    }

    /** The condition on an entry {@code e} of a source {@code s}. */
    String condition() {
        return "e.group_id = :group"
                + (filter.unit() == null ? "" : " and split_part(s.name, '/', 3) = :unit")
                + (filter.type() == null ? "" : " and e.rule = any(:rules)")
                + (filter.account() == null
                        ? ""
                        : " and e.accounts && array(select id from account"
                                + " where group_id = :group and starts_with(name, :account))")
                + (filter.amountFrom() == null
                        ? ""
                        : " and exists (select from unnest(e.amounts) as a (amount)"
                                + " where a.amount >= :least or a.amount <= -:least)");
    }

    void bind(Query query) {
        query.bind("group", group);
        if (filter.unit() != null) {
            query.bind("unit", filter.unit());
        }
        if (filter.type() != null) {
            query.bindArray("rules", Integer.class, rules());
        }
        if (filter.account() != null) {
            query.bind("account", filter.account());
        }
        if (filter.amountFrom() != null) {
            query.bind("least", least(filter.amountFrom()));
        }
    }

    private List<Integer> rules() {
        return Arrays.stream(Rule.values())
                .filter(rule -> BookedEntry.type(rule) == filter.type())
                .map(Rule::number)
                .toList();
    }

    /** In the smallest unit; of what does not fit, nothing is more. */
    private long least(BigDecimal amount) {
        return amount.movePointRight(asset.scale())
                .setScale(0, RoundingMode.CEILING)
                .min(AMOUNT_MAX)
                .longValueExact();
    }
}
