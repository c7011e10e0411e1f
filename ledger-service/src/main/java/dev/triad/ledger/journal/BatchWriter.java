package dev.triad.ledger.journal;

import dev.triad.events.Source;
import dev.triad.ledger.chain.ChainedEntry;
import dev.triad.ledger.journal.Dictionary.AccountKey;
import dev.triad.ledger.journal.Dictionary.UsageKey;
import dev.triad.ledger.posting.Batch;
import dev.triad.ledger.posting.LogPlace;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.rate.Rate;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Writes the entries, balances and returns of a batch. */
@Singleton
class BatchWriter {
    private static final String COPY_ENTRIES = """
            copy entry (event_id, booked_at, position, digest, source_id, group_id, revision, rule,
                        usage_key, rate_from, rate_event, quantity, accounts, amounts, sale, occurred_at)
            from stdin with (format binary)""";

    private static final int COLUMNS = 16;
    private static final String IDENTITY = "entry_identity";

    /** As many batches are written at once, and a buffer that grew larger than this is not kept. */
    private static final int BUFFERS_KEPT_MAX = 3;

    private static final int BUFFER_KEPT_BYTES_MAX = 16 << 20;

    private final Dictionary dictionary;
    private final ReturnWriter returns;
    private final Queue<CopyBuffer> buffers = new ArrayBlockingQueue<>(BUFFERS_KEPT_MAX);

    BatchWriter(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.returns = new ReturnWriter(dictionary);
    }

    /**
     * Writes it.
     *
     * @param linesOnFile the lines that are on file of sales of which something had come back before
     * @param chain is given every entry
     */
    void write(
            Connection connection,
            String server,
            Batch batch,
            Map<String, Integer> groupIds,
            Set<BooksReader.LineKey> linesOnFile,
            ChainWriter chain)
            throws SQLException {
        if (batch.posted().isEmpty()) {
            return;
        }
        write(connection, server, batch.posted(), groupIds, chain);
        returns.write(connection, server, batch, linesOnFile);
    }

    /** Writes entries with their balances, and gives them to the chain. */
    void write(
            Connection connection, String server, List<Posted> posted, Map<String, Integer> groupIds, ChainWriter chain)
            throws SQLException {
        Dictionary.Names names = dictionary.of(server);
        CopyBuffer kept = buffers.poll();
        CopyBuffer entries = kept == null ? new CopyBuffer() : kept;
        entries.clear();
        BalanceWriter balances = new BalanceWriter();
        for (Place place : inOrderOfTheLog(posted)) {
            int group = ReferenceStore.idOf(groupIds, place.posted().group());
            Ids ids = ids(names, place.posted(), group);
            if (ids == null) {
                intern(names, posted, groupIds);
                ids = Objects.requireNonNull(ids(names, place.posted(), group));
            }
            entry(entries, balances, chain, place, group, ids);
        }
        copy(connection, entries);
        if (entries.capacity() <= BUFFER_KEPT_BYTES_MAX) {
            buffers.offer(entries);
        }
        balances.write(connection, shard(posted));
    }

    private static void copy(Connection connection, CopyBuffer entries) throws SQLException {
        try {
            entries.copy(connection, COPY_ENTRIES);
        } catch (PSQLException e) {
            ServerErrorMessage message = e.getServerErrorMessage();
            if (message != null && IDENTITY.equals(message.getConstraint())) {
                throw new EventRepeatedException("an event of the batch is on the books", e);
            }
            throw e;
        }
    }

    /** What was posted, with its place in the log. */
    private record Place(long number, Posted posted) {}

    private static List<Place> inOrderOfTheLog(List<Posted> posted) {
        List<Place> places = new ArrayList<>(posted.size());
        for (Posted one : posted) {
            places.add(new Place(LogPlace.of(one.position()), one));
        }
        places.sort(Comparator.comparingLong(Place::number));
        return places;
    }

    /** The lowest partition of a batch: no other worker posts from it at the same time, so none waits for its rows. */
    private static int shard(List<Posted> posted) {
        int shard = Integer.MAX_VALUE;
        for (Posted one : posted) {
            shard = Math.min(shard, one.position().partition());
        }
        return shard;
    }

    /** The ids of what an entry names. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Ids(int source, int[] accounts, int usage) {}

    /** The ids of what an entry names, or null when one of them is new. */
    private static @Nullable Ids ids(Dictionary.Names names, Posted posted, int group) {
        Integer source = names.sources().known(posted.event().source());
        List<Posting> postings = posted.entry().postings();
        int[] accounts = new int[postings.size()];
        for (int i = 0; i < accounts.length; i++) {
            Integer account =
                    names.accounts().known(new AccountKey(group, postings.get(i).account()));
            if (account == null) {
                return null;
            }
            accounts[i] = account;
        }
        Integer usage = posted.usage() == null
                ? Integer.valueOf(0)
                : names.usages().known(new UsageKey(group, posted.usage().usage()));
        return source == null || usage == null ? null : new Ids(source, accounts, usage);
    }

    /** Gives everything that the batch names its id; once in a while, as names are few and come again. */
    private static void intern(Dictionary.Names names, List<Posted> batch, Map<String, Integer> groupIds)
            throws SQLException {
        Set<Source> sources = new HashSet<>();
        Set<AccountKey> accounts = new HashSet<>();
        Set<UsageKey> usages = new HashSet<>();
        for (Posted posted : batch) {
            int group = ReferenceStore.idOf(groupIds, posted.group());
            sources.add(posted.event().source());
            posted.entry().postings().forEach(posting -> accounts.add(new AccountKey(group, posting.account())));
            if (posted.usage() != null) {
                usages.add(new UsageKey(group, posted.usage().usage()));
            }
        }
        names.sources().intern(sources);
        names.accounts().intern(accounts);
        names.usages().intern(usages);
    }

    private static void entry(
            CopyBuffer entries, BalanceWriter balances, ChainWriter chain, Place place, int group, Ids ids) {
        Posted posted = place.posted();
        List<Posting> postings = posted.entry().postings();
        long[] amounts = new long[ids.accounts().length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = postings.get(i).amount();
            balances.add(ids.accounts()[i], posted.bookedAt(), amounts[i]);
        }
        entries.row(COLUMNS)
                .uuid(posted.event().id())
                .timestamp(posted.bookedAt())
                .int8(place.number())
                .uuid(posted.digest())
                .int4(ids.source())
                .int4(group)
                .int2(posted.revision())
                .int2(posted.entry().rule().number());
        usage(entries, posted.usage(), ids);
        entries.int4Array(ids.accounts()).int8Array(amounts).bytes(posted.sale());
        if (posted.bookedAt().equals(posted.time())) {
            entries.missing();
        } else {
            entries.timestamp(posted.time());
        }
        chain.add(chained(place, group, ids, amounts));
    }

    private static ChainedEntry chained(Place place, int group, Ids ids, long[] amounts) {
        Posted posted = place.posted();
        Rate rate = posted.usage() == null ? null : posted.usage().rate();
        return new ChainedEntry(
                place.number(),
                posted.revision(),
                posted.entry().rule().number(),
                posted.event().id(),
                ids.source(),
                group,
                posted.digest(),
                ChainedEntry.micros(posted.time()),
                rate == null ? 0 : ChainedEntry.micros(rate.effectiveFrom()),
                rate == null ? null : rate.eventId(),
                ids.accounts(),
                amounts);
    }

    private static void usage(CopyBuffer entries, Posted.@Nullable RatedUsage usage, Ids ids) {
        if (usage == null) {
            entries.missing().missing().missing().missing();
        } else {
            entries.int4(ids.usage())
                    .timestamp(usage.rate().effectiveFrom())
                    .uuid(usage.rate().eventId())
                    .numeric(usage.quantity());
        }
    }
}
