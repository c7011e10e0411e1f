package dev.triad.ledger.audit;

import dev.triad.ledger.chain.EntryHash;
import dev.triad.ledger.chain.Hash;
import dev.triad.ledger.chain.Head;
import dev.triad.ledger.chain.Link;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes every link anew of the entries that are on the books, lane by lane, and holds it to the one that is there. A
 * link that is wrong is named; the ones after it are then made from what it says, so that they are not named too.
 */
final class ChainCheck {
    private final Connection connection;
    private final Findings findings;
    private final Elsewhere elsewhere;
    private final Map<String, LaneHead> heads = new HashMap<>();
    private final List<String> lanes = new ArrayList<>();

    ChainCheck(Connection connection, Findings findings, List<LaneHead> heads) throws SQLException {
        this.connection = connection;
        this.findings = findings;
        this.elsewhere = new Elsewhere(connection, findings);
        heads.forEach(head -> this.heads.put(head.lane(), head));
    }

    /** Begins with a lane; whoever closes it has it compared to its head. */
    LaneCheck lane(String lane) throws SQLException {
        lanes.add(lane);
        return new LaneCheck(lane);
    }

    /** One lane, to which its entries are given in the order of the log. */
    final class LaneCheck implements AutoCloseable {
        private final String lane;
        private final LinkRows links;
        private LinkRows.@Nullable Stored link;
        private EntryHash own = new EntryHash();
        private Head head = Head.GENESIS;
        /** What the last link comes to by its content, when that is not what it says. */
        private @Nullable Hash otherwise;

        private long end;

        private LaneCheck(String lane) throws SQLException {
            this.lane = lane;
            this.links = new LinkRows(connection, lane);
            this.link = links.next();
        }

        /** An entry of this lane's partition; it must be in one link, its range's or one that lists it. */
        void entry(BookEntry entry, long offset) throws SQLException {
            while (link != null && offset >= link.to()) {
                finish(link);
            }
            boolean isListed = elsewhere.take(entry);
            boolean isOwn = link != null
                    && entry.revision() == 0
                    && offset >= link.from()
                    && !link.unposted().contains(offset);
            if (isOwn) {
                own.add(entry.chained());
            }
            if (isListed == isOwn) {
                findings.differ(Subject.LINKS, entry.name(), "one link that holds it", isOwn ? "two" : "none");
            }
        }

        /** Goes through the links that are left, for which no more entries come. */
        void toTheEnd() throws SQLException {
            while (link != null) {
                finish(link);
            }
        }

        private void finish(LinkRows.Stored stored) throws SQLException {
            Hash ownHash = own.result();
            Elsewhere.Listed listed = elsewhere.of(lane, stored.height());
            String name = "link " + stored.height() + " of " + lane;
            findings.compared(Subject.LINKS);
            if (stored.height() != head.height() + 1 || stored.from() != end) {
                findings.differ(
                        Subject.LINKS,
                        name,
                        "link " + (head.height() + 1) + " from offset " + end,
                        "link " + stored.height() + " from offset " + stored.from());
            } else if (stored.own() != own.entries() || stored.elsewhere() != listed.entries()) {
                findings.differ(
                        Subject.LINKS,
                        name,
                        "%d entries of offsets %d to %d and %d of others"
                                .formatted(stored.own(), stored.from(), stored.to(), stored.elsewhere()),
                        own.entries() + " and " + listed.entries());
            } else {
                compare(stored, name, made(stored, ownHash, listed));
            }
            head = new Head(stored.height(), stored.hash());
            end = stored.to();
            own = new EntryHash();
            link = links.next();
        }

        private Link made(LinkRows.Stored stored, Hash ownHash, Elsewhere.Listed listed) {
            return new Link(
                    lane,
                    stored.height(),
                    stored.from(),
                    stored.to(),
                    stored.unposted(),
                    stored.own(),
                    ownHash,
                    stored.elsewhere(),
                    listed.hash());
        }

        private void compare(LinkRows.Stored stored, String name, Link made) {
            Hash expected = made.after(head.hash());
            boolean holds = expected.equals(stored.hash())
                    || otherwise != null && made.after(otherwise).equals(stored.hash());
            otherwise = holds ? null : expected;
            if (!holds) {
                findings.differ(Subject.LINKS, name, "the hash " + expected, stored.hash());
            }
        }

        @Override
        public void close() throws SQLException {
            toTheEnd();
            links.close();
            LaneHead kept = heads.remove(lane);
            if (kept == null) {
                return;
            }
            String expected = words(head.height(), head.hash().toString(), end);
            findings.same(Subject.OFFSETS, lane, expected, words(kept.height(), kept.hash(), kept.nextOffset()));
        }

        private String words(long height, String hash, long next) {
            return "link " + height + " with hash " + hash + ", next offset " + next;
        }
    }

    /** Lanes of which neither the offsets nor the log know anything. */
    void finish() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select distinct lane from chain_link where lane <> all(?)")) {
            select.setArray(1, connection.createArrayOf("text", lanes.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    findings.differ(Subject.LINKS, "lane " + rows.getString(1), "no such lane", "links");
                }
            }
        }
    }

    /** Holds heads that were noted earlier to the links of today. */
    void compareNoted(List<LaneHead> noted) throws SQLException {
        for (LaneHead head : noted) {
            if (head.height() == 0) {
                continue;
            }
            try (PreparedStatement select = connection.prepareStatement(
                    "select encode(hash, 'hex') from chain_link where lane = ? and height = ?")) {
                select.setString(1, head.lane());
                select.setLong(2, head.height());
                try (ResultSet rows = select.executeQuery()) {
                    findings.same(
                            Subject.HEADS,
                            "link " + head.height() + " of " + head.lane(),
                            "the hash " + head.hash(),
                            rows.next() ? "the hash " + rows.getString(1) : "no such link");
                }
            }
        }
    }
}
