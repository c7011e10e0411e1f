package dev.triad.ledger.simulation;

import dev.triad.events.Asset;
import dev.triad.events.Attribution;
import dev.triad.events.CloudEvent;
import dev.triad.events.CostBehaviour;
import dev.triad.events.CostIncurred;
import dev.triad.events.DeclaredUnit;
import dev.triad.events.Event;
import dev.triad.events.EventCodec;
import dev.triad.events.EventIds;
import dev.triad.events.GroupDeclared;
import dev.triad.events.KafkaBinding;
import dev.triad.events.LineKind;
import dev.triad.events.Period;
import dev.triad.events.ReturnLine;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.SaleReturned;
import dev.triad.events.Source;
import dev.triad.events.Topics;
import dev.triad.events.TransferPriceMethod;
import dev.triad.ledger.posting.Streams;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What producers send, in the order in which they send it: the events of some groups, of which some come late, twice or
 * to another partition, some under an id that was used before, and among them records that are no events at all.
 */
final class Story {
    private static final long MILLIS_2026 = 1_767_225_600_000L;

    /** A record on its way to a partition. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Saying(TopicPartition partition, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {}

    private static final KafkaBinding BINDING = new KafkaBinding(new EventCodec());
    private final RandomGenerator random;
    private final int partitions;
    private final Duration span;
    private final List<Saying> sayings = new ArrayList<>();
    private final Set<UUID> poison = new HashSet<>();

    private Story(RandomGenerator random, int partitions, Duration span) {
        this.random = random;
        this.partitions = partitions;
        this.span = span;
    }

    /** @param overMonths whether events happen over some months, and not over some days */
    static Story drawn(RandomGenerator random, int partitions, boolean overMonths) {
        Story story = new Story(random, partitions, Duration.ofDays(overMonths ? 110 : 5));
        int groups = random.nextInt(1, 3);
        for (int i = 0; i < groups; i++) {
            story.group("group" + i, random.nextInt(12, 40));
        }
        return story;
    }

    List<Saying> sayings() {
        return sayings;
    }

    /** Events that the database cannot take. */
    Set<UUID> poison() {
        return poison;
    }

    private void group(String group, int size) {
        int kind = random.nextInt(3);
        List<CloudEvent> events = new ArrayList<>(Streams.of(
                group,
                random.nextLong(),
                size,
                number -> switch (kind) {
                    case 0 -> EventIds.of(MILLIS_2026 + 1_000 * number, number, group.hashCode() + number);
                    case 1 -> new UUID(random.nextLong(), random.nextLong());
                    default -> new UUID(0x7000, number);
                },
                span));
        if (once(2)) {
            addLinesThatComeBackOneByOne(group, events);
        }
        addTroublesome(group, events);
        for (int i = 0; i < events.size(); i++) {
            CloudEvent event = events.get(i);
            if (once(40) && event.data() instanceof SaleRecorded | event.data() instanceof CostIncurred) {
                poison.add(event.id());
            }
            say(event, late(4));
            if (once(6)) {
                say(event, late(2));
            }
            if (once(15) && !isReference(event)) {
                say(otherContent(event), late(2));
            }
            if (once(12)) {
                noEvent(event);
            }
        }
    }

    /** So little is sold that whoever brought the sale about gets another share with every line that comes back. */
    private void addLinesThatComeBackOneByOne(String group, List<CloudEvent> events) {
        Source store = new Source(group, "store");
        SaleLine line =
                new SaleLine("sku-1", "things", LineKind.GOODS, BigDecimal.ONE, new BigDecimal("0.000000001"), null);
        List<Attribution> attribution = List.of(
                new Attribution("device", "echo", "2026-w01", new BigDecimal("0.333")),
                new Attribution("cloud", "search", "2026-w01", new BigDecimal("0.667")));
        CloudEvent sale = event(store, new SaleRecorded("web", null, List.of(line, line, line), null, attribution));
        int at = random.nextInt(1, events.size());
        events.add(at, sale);
        for (int number = 1; number <= 3; number++) {
            ReturnLine back = new ReturnLine(number, "sku-1", BigDecimal.ONE, null);
            events.add(at + number, event(store, new SaleReturned(sale.id(), List.of(back), null)));
        }
    }

    /** Events that wait for ever, or can never be posted. */
    private void addTroublesome(String group, List<CloudEvent> events) {
        Source store = new Source(group, "store");
        Source cloud = new Source(group, "cloud");
        CloudEvent any = events.getLast();
        UUID sale = events.stream()
                .filter(event -> event.data() instanceof SaleRecorded)
                .findFirst()
                .map(CloudEvent::id)
                .orElse(any.id());
        trouble(events, store, returned(sale, "1000"));
        trouble(events, any.source(), returned(any.id(), "1000"));
        trouble(events, store, returned(new UUID(7, random.nextLong()), "1"));
        trouble(events, cloud, cost("cloud", "99999999999"));
        trouble(events, cloud, cost("nowhere", "1"));
        trouble(events, new Source(group + "-nobody", "store"), cost("store", "1"));
        trouble(events, new Source(group, "late"), cost("late", "3"));
        if (once(2)) {
            trouble(events, cloud, declaration("USD/9", new DeclaredUnit("late", "Late", List.of())));
        }
        if (once(3)) {
            // It always comes after the first declaration: both are of one partition.
            events.add(event(cloud, declaration("EUR/2", new DeclaredUnit("store", "Store", List.of()))));
        }
    }

    private void trouble(List<CloudEvent> events, Source source, Event data) {
        if (once(2)) {
            events.add(random.nextInt(1, events.size()), event(source, data));
        }
    }

    private CloudEvent event(Source source, Event data) {
        return new CloudEvent(
                EventIds.of(MILLIS_2026 + random.nextInt(100_000), random.nextLong(), random.nextLong()),
                source,
                "trouble",
                Streams.START.plusSeconds(random.nextInt(400_000)),
                data);
    }

    private static Event returned(UUID sale, String quantity) {
        return new SaleReturned(sale, List.of(new ReturnLine(1, "sku-1", new BigDecimal(quantity), null)), null);
    }

    private static Event cost(String unit, String amount) {
        Instant time = Streams.START;
        return new CostIncurred(
                unit,
                "pool",
                CostBehaviour.FIXED,
                new BigDecimal(amount),
                List.of(CostIncurred.EXTERNAL),
                new Period(time, time.plusSeconds(1)));
    }

    private static Event declaration(String asset, DeclaredUnit unit) {
        return new GroupDeclared("Group", Asset.parse(asset), TransferPriceMethod.FULL_COST, List.of(unit));
    }

    private static CloudEvent otherContent(CloudEvent event) {
        return new CloudEvent(
                event.id(), event.source(), event.subject(), event.time().plusSeconds(1), event.data());
    }

    static int referencePartition(String group, int partitions) {
        return Math.floorMod(group.hashCode(), partitions);
    }

    private static boolean isReference(CloudEvent event) {
        return event.type().topic().equals(Topics.REFERENCE);
    }

    private void say(CloudEvent event, int late) {
        ProducerRecord<byte[], byte[]> record = BINDING.toRecord(event);
        int partition = isReference(event)
                ? referencePartition(event.source().group(), partitions)
                : random.nextInt(partitions);
        add(new TopicPartition(record.topic(), partition), record.key(), record.value(), record.headers(), late);
    }

    /** One thing wrong with an event, or bytes of chance. */
    private void noEvent(CloudEvent event) {
        ProducerRecord<byte[], byte[]> record = BINDING.toRecord(event);
        byte[] value = record.value();
        Headers headers = new RecordHeaders(record.headers());
        String topic = record.topic();
        switch (random.nextInt(6)) {
            case 0 -> value = null;
            case 1 -> value = Arrays.copyOf(value, random.nextInt(value.length));
            case 2 -> random.nextBytes(value);
            case 3 -> headers.remove(random.nextBoolean() ? KafkaBinding.ID : KafkaBinding.TYPE);
            case 4 -> topic = topic.equals(Topics.SALES) ? Topics.COSTS : Topics.SALES;
            default -> headers.remove(KafkaBinding.TIME).add(KafkaBinding.TIME, new byte[] {(byte) 0xFF});
        }
        add(new TopicPartition(topic, random.nextInt(partitions)), record.key(), value, headers, 0);
    }

    /** Late things come before what was said since; an event of the reference topic is never said too early. */
    private void add(
            TopicPartition partition, byte @Nullable [] key, byte @Nullable [] value, Headers headers, int late) {
        Saying saying = new Saying(partition, key, value, headers);
        boolean inOrder = partition.topic().equals(Topics.REFERENCE);
        int at = late == 0 || inOrder ? sayings.size() : random.nextInt(sayings.size() + 1);
        sayings.add(at, saying);
    }

    private int late(int onceIn) {
        return once(onceIn) ? 1 : 0;
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }
}
