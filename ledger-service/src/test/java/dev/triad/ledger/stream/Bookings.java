package dev.triad.ledger.stream;

import dev.triad.events.Asset;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.KafkaBinding;
import dev.triad.events.Topics;
import dev.triad.ledger.journal.Journal;
import dev.triad.ledger.journal.Repriced;
import dev.triad.ledger.posting.Entry;
import dev.triad.ledger.posting.EventKey;
import dev.triad.ledger.posting.Posted;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.posting.RawRecord;
import dev.triad.ledger.posting.RawRecord.RawHeader;
import dev.triad.ledger.posting.Received;
import dev.triad.ledger.posting.RecordPosition;
import dev.triad.ledger.posting.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Entries of sales, with their records as a producer makes them. */
final class Bookings {
    private static final KafkaBinding BINDING = new KafkaBinding(new EventCodec());

    private Bookings() {}

    static BookedEntry sale(int number) {
        return of(Sales.sale("shop", "store", "order-" + number, Sales.NOON, "10.00"), 1_000);
    }

    static BookedEntry of(CloudEvent event, long amount) {
        ProducerRecord<byte[], byte[]> sent = BINDING.toRecord(event);
        List<RawHeader> headers = new ArrayList<>();
        sent.headers().forEach(header -> headers.add(new RawHeader(header.key(), header.value())));
        RecordPosition place = new RecordPosition(Topics.SALES, 2, 6_983);
        return new BookedEntry(
                event.source().group(),
                Asset.parse("USD/2"),
                new EventKey(event.source(), event.id()),
                Rule.SALE,
                place,
                0,
                event.time(),
                event.time(),
                List.of(new Posting("store:assets:cash", amount), new Posting("store:revenue:external:goods", -amount)),
                new RawRecord(place, event.time(), sent.key(), () -> headers, sent.value()));
    }

    /**
     * What the journal has made durable.
     *
     * @param posted how many entries of events
     * @param first how many a rate priced anew, of those that are shown
     * @param repriced how many in all
     */
    static Journal.Committed committed(int posted, int first, long repriced) {
        return new Journal.Committed(
                IntStream.range(0, posted).mapToObj(Bookings::posted).toList(),
                new Repriced(
                        IntStream.range(0, first).mapToObj(Bookings::posted).toList(), repriced, 0),
                List.of(),
                0,
                Duration.ofMillis(8),
                Duration.ofMillis(2));
    }

    private static Posted posted(int number) {
        BookedEntry sale = sale(number);
        CloudEvent event = Sales.sale("shop", "store", "order-" + number, Sales.NOON, "10.00");
        return new Posted(
                sale.event(),
                sale.group(),
                sale.place(),
                0,
                new UUID(8, 8),
                sale.time(),
                sale.bookedAt(),
                new Entry(Rule.SALE, sale.postings()),
                null,
                null,
                new Received.Decoded(Objects.requireNonNull(sale.record()), event, new UUID(8, 8)));
    }
}
