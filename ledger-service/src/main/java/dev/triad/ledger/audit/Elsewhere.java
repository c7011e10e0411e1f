package dev.triad.ledger.audit;

import com.carrotsearch.hppc.ObjectHashSet;
import dev.triad.ledger.chain.EntryHash;
import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.chain.Link;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries that links list one by one, as their records are not in the links' own ranges: repricings and what left
 * suspense. Their number bounds what this takes, some 60 bytes each.
 */
final class Elsewhere {
    private static final String SELECT = """
            select l.lane, l.height, listed.position, listed.revision, e.position is not null,
            """ + EntryRows.COLUMNS + """
            from chain_link l
            cross join lateral unnest(l.elsewhere, l.elsewhere_revisions) with ordinality
                as listed (position, revision, number)
            left join entry e on e.position = listed.position and e.revision = listed.revision
            where l.elsewhere <> '{}'
            order by l.lane, l.height, listed.number""";

    private record LinkKey(String lane, long height) {}

    /** The hash of the entries that one link lists, and how many of them there are. */
    record Listed(int entries, Hash hash) {
        static final Listed NONE = new Listed(0, Link.NO_ENTRIES);
    }

    private final Map<LinkKey, Listed> links = new HashMap<>();
    private final ObjectHashSet<EntryRef> entries = new ObjectHashSet<>();

    Elsewhere(Connection connection, Findings findings) throws SQLException {
        // With few links the planner would look each entry up by itself, through an index that is none for that.
        plan(connection, "off");
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setFetchSize(EntryRows.FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                read(rows, findings);
            }
        }
        plan(connection, "on");
    }

    private static void plan(Connection connection, String nestedLoops) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("set local enable_nestloop = " + nestedLoops);
        }
    }

    private void read(ResultSet rows, Findings findings) throws SQLException {
        @Nullable LinkKey link = null;
        EntryHash hash = new EntryHash();
        while (rows.next()) {
            LinkKey key = new LinkKey(rows.getString(1), rows.getLong(2));
            if (link != null && !link.equals(key)) {
                links.put(link, new Listed(hash.entries(), hash.result()));
                hash = new EntryHash();
            }
            link = key;
            EntryRef entry = new EntryRef(rows.getLong(3), rows.getInt(4));
            String name = BookEntry.name(entry.position(), entry.revision());
            if (!entries.add(entry)) {
                findings.differ(
                        Subject.LINKS, name, "one link that lists it", "several, " + key.lane() + " among them");
            }
            if (rows.getBoolean(5)) {
                hash.add(EntryRows.read(rows, 6).chained());
            } else {
                findings.differ(Subject.ENTRIES, name, "the entry that " + words(key) + " lists", "none");
            }
        }
        if (link != null) {
            links.put(link, new Listed(hash.entries(), hash.result()));
        }
    }

    private static String words(LinkKey key) {
        return "link " + key.height() + " of " + key.lane();
    }

    Listed of(String lane, long height) {
        return links.getOrDefault(new LinkKey(lane, height), Listed.NONE);
    }

    /** Whether a link lists the entry; asked once for each. */
    boolean take(BookEntry entry) {
        return entries.remove(new EntryRef(entry.position(), entry.revision()));
    }
}
