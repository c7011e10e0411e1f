package dev.triad.cloud.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.UsageRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LoadBookTest {
    private static final Set<String> NOBODY = Set.of();

    @Test
    void aDayWaitsForEverybodyOfTheScenario() {
        LoadBook book = new LoadBook(Clouds.AMAZON);
        List<String> all = new ArrayList<>(book.awaited());
        assertThat(all).contains("store", "device", "harbor-video").hasSize(22);

        for (String consumer : all.subList(1, all.size())) {
            add(book, Clouds.usage(consumer, "2026-01-02T00:59:59Z", "10"));
        }
        assertThat(book.settle(NOBODY)).isEmpty();

        add(book, Clouds.usage(all.getFirst(), "2026-01-02T03:59:59Z", "10"));
        assertThat(book.settle(NOBODY)).isNotEmpty();
        assertThat(book.state().nextDay()).isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void whoIsIdleIsNotWaitedForButSomebodyMustBeThere() {
        LoadBook book = new LoadBook(Clouds.AMAZON);
        assertThat(book.settle(book.awaited())).isEmpty();

        add(book, Clouds.usage("store", "2026-01-03T00:59:59Z", "10"));

        assertThat(book.settle(NOBODY)).isEmpty();
        book.settle(book.awaited());
        assertThat(book.state().nextDay()).isEqualTo("2026-01-03T00:00:00Z");
    }

    @Test
    void aLongTimeIsSettledInPartsThatACheckpointHolds() {
        LoadBook book = new LoadBook(Clouds.AMAZON);
        add(book, Clouds.usage("store", "2026-01-21T00:59:59Z", "10"));

        book.settle(book.awaited());
        assertThat(book.state().nextDay()).isEqualTo("2026-01-15T00:00:00Z");

        book.settle(book.awaited());
        assertThat(book.state().nextDay()).isEqualTo("2026-01-21T00:00:00Z");
    }

    @Test
    void whatComesLateIsPaidForInTheFirstOpenDayAndBuildsNothing() {
        LoadBook book = new LoadBook(Clouds.AMAZON);
        add(book, Clouds.usage("store", "2026-01-02T10:00:00Z", "10"));
        book.settle(book.awaited());

        add(book, Clouds.usage("store", "2026-01-01T10:00:00Z", "1000000"));
        add(book, Clouds.usage("store", "2026-01-03T10:00:00Z", "10"));
        book.settle(book.awaited());

        ResourceAccount compute = Objects.requireNonNull(book.state().accounts().get("compute"));
        assertThat(compute.volume()).isEqualByComparingTo("1000010");
        assertThat(compute.peak()).isEqualByComparingTo("10");
    }

    @Test
    void aWindowIsSpreadOverItsHoursAlsoOverMidnight() {
        LoadBook book = new LoadBook(Clouds.AMAZON);

        add(book, Clouds.usage("harbor-video", "compute", "2026-01-02T01:59:59Z", "100", 4));

        DayLoad first = load(book, "2026-01-01T00:00:00Z");
        DayLoad second = load(book, "2026-01-02T00:00:00Z");
        assertThat(first.hours().get(22)).isEqualByComparingTo("25");
        assertThat(first.hours().get(23)).isEqualByComparingTo("25");
        assertThat(second.hours().get(0)).isEqualByComparingTo("25");
        assertThat(first.volume().add(second.volume())).isEqualByComparingTo("100");
        assertThat(first.users()).containsOnlyKeys("external");
    }

    @Test
    void usageThatIsNotOfThisCloudIsLeftAlone() {
        LoadBook book = new LoadBook(Clouds.AMAZON);
        CloudEvent good = Clouds.usage("store", "2026-01-01T10:00:00Z", "1");
        UsageRecorded usage = (UsageRecorded) good.data();

        assertThat(book.add(Clouds.usage("store", "2199-01-01T10:00:00Z", "1"), usage))
                .as("no clock is that far ahead")
                .isFalse();
        assertThat(book.add(good, (UsageRecorded) Clouds.usage("store", "2026-01-01T10:00:00Z", "999999999999999999")
                        .data()))
                .as("nobody uses that much")
                .isFalse();
        CloudEvent foreign =
                new CloudEvent(good.id(), new dev.triad.events.Source("ebay", "store"), "store", good.time(), usage);
        assertThat(book.add(foreign, usage)).isFalse();
        assertThat(book.state()).isEqualTo(new LoadBook(Clouds.AMAZON).state());
    }

    @Property(tries = 40)
    void theOrderInWhichUsageArrivesDoesNotMatter(@ForAll long shuffle) {
        List<CloudEvent> usage = new ArrayList<>();
        for (int hour = 0; hour < 30; hour++) {
            String time = Clouds.FIRST_DAY
                    .plus(Duration.ofHours(hour))
                    .plusSeconds(3_599)
                    .toString();
            usage.add(Clouds.usage("store", "compute", time, "1." + hour, 1));
            usage.add(Clouds.usage("harbor-video", "storage", time, "7." + hour, 4));
            usage.add(Clouds.usage("device", "voice", time, Integer.toString(hour), 6));
        }
        List<CloudEvent> shuffled = new ArrayList<>(usage);
        Collections.shuffle(shuffled, new Random(shuffle));

        assertThat(settled(shuffled)).isEqualTo(settled(usage));
    }

    @Test
    void goesOnFromItsStateAsIfNothingHadHappened() throws JsonProcessingException {
        ObjectMapper json = EventCodec.mapper();
        LoadBook book = new LoadBook(Clouds.AMAZON);
        add(book, Clouds.usage("store", "2026-01-02T10:00:00Z", "10"));
        add(book, Clouds.usage("harbor-video", "storage", "2026-01-02T11:00:00Z", "1000", 4));
        book.settle(book.awaited());

        LoadBook restored = new LoadBook(Clouds.AMAZON);
        restored.restore(json.readValue(json.writeValueAsString(book.state()), LoadState.class));

        assertThat(json.writeValueAsString(restored.state())).isEqualTo(json.writeValueAsString(book.state()));
        add(book, Clouds.usage("store", "2026-01-03T10:00:00Z", "10"));
        add(restored, Clouds.usage("store", "2026-01-03T10:00:00Z", "10"));
        assertThat(restored.settle(restored.awaited())).isEqualTo(book.settle(book.awaited()));
    }

    @Test
    void tellsConsumersApartUpToALimit() {
        LoadBook book = new LoadBook(Clouds.AMAZON);
        for (int i = 0; i < LoadBook.CONSUMERS_MAX + 5; i++) {
            add(book, Clouds.usage("tenant-" + i, "2026-01-01T10:00:00Z", "1"));
        }

        assertThat(book.state().totals()).hasSize(LoadBook.CONSUMERS_MAX + 1);
        assertThat(book.state().totals().get(LoadBook.OTHERS)).containsEntry("compute", new BigDecimal("5"));
    }

    private static List<CloudEvent> settled(List<CloudEvent> usage) {
        LoadBook book = new LoadBook(Clouds.AMAZON);
        usage.forEach(event -> add(book, event));
        return book.settle(book.awaited());
    }

    private static void add(LoadBook book, CloudEvent event) {
        assertThat(book.add(event, (UsageRecorded) event.data())).isTrue();
    }

    private static DayLoad load(LoadBook book, String day) {
        return Objects.requireNonNull(
                Objects.requireNonNull(book.state().open().get(day)).get("compute"));
    }
}
