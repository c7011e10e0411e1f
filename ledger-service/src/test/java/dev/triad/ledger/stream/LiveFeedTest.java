package dev.triad.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.triad.events.Asset;
import dev.triad.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private static final StreamFilter ANY = new StreamFilter(null, null, null, null, null, null, null, null);

    private final LiveFeed feed = new LiveFeed(_ -> Asset.parse("USD/2"));

    @Test
    void aReaderIsShownWhatIsPostedAfterItJoined() throws InterruptedException {
        // Given
        post(3);
        LiveFeed.Joined joined = feed.join(ANY, null, null);

        // When
        post(2);

        // Then
        assertThat(joined.hello().newest()).isEqualTo(feed.id(3).toString());
        assertThat(joined.gap()).isNull();
        assertThat(joined.reader().take(10, 0).sequences()).containsExactly(4, 5);
    }

    @Test
    void aReaderThatComesBackGetsWhatItMissed() throws InterruptedException {
        // Given
        feed.leave(feed.join(ANY, null, null).reader());
        post(5);

        // When
        LiveFeed.Joined joined = feed.join(ANY, null, feed.id(2).toString());
        post(1);

        // Then
        assertThat(joined.hello().resumed()).isTrue();
        assertThat(joined.gap()).isNull();
        assertThat(joined.reader().take(10, 0).sequences()).containsExactly(3, 4, 5, 6);
    }

    @Test
    void aReaderOfAnotherRunIsToldThatNobodyKnowsWhatItMissed() throws InterruptedException {
        // Given
        feed.leave(feed.join(ANY, null, null).reader());
        post(5);

        // When
        LiveFeed.Joined joined = feed.join(ANY, null, "00000000-2");

        // Then
        assertThat(joined.hello().resumed()).isFalse();
        assertThat(joined.gap())
                .isEqualTo(new StreamMessage.Gap(
                        "epoch", null, "00000000-2", feed.id(5).toString()));
        assertThat(joined.reader().take(10, 0).sequences()).isEmpty();
    }

    @Test
    void aReaderWhosePlaceHasLeftTheWindowIsToldHowManyItMissed() throws InterruptedException {
        // Given
        feed.leave(feed.join(ANY, null, null).reader());
        for (int i = 0; i < 5; i++) {
            post(5_000);
        }

        // When
        LiveFeed.Joined joined = feed.join(ANY, null, feed.id(10).toString());

        // Then
        StreamMessage.Gap gap = Objects.requireNonNull(joined.gap());
        long missed = Objects.requireNonNull(gap.missed());
        assertThat(missed).isGreaterThanOrEqualTo(4_990);
        assertThat(gap.resumesAfter()).isEqualTo(feed.id(10 + missed).toString());
        assertThat(joined.reader().take(30_000, 0).sequences())
                .hasSize((int) (24_990 - missed))
                .startsWith(10 + missed + 1)
                .endsWith(25_000);
    }

    @Test
    void moreThanTheFeedCanTakeIsToldAndCounted() throws InterruptedException {
        // Given
        LiveFeed.Joined joined = feed.join(ANY, null, null);

        // When
        feed.onCommitted(Bookings.committed(10, 0, 0));
        feed.onCommitted(Bookings.committed(StreamLimits.HANDED_OVER, 0, 0));
        feed.step();

        // Then
        Reader.Taken taken = joined.reader().take(100, 0);
        assertThat(taken.lost()).isEqualTo(Map.of(GapReason.OVERRUN, (long) StreamLimits.HANDED_OVER));
        assertThat(taken.sequences()).hasSize(10);
        assertThat(joined.reader().standing().unseen()).isEqualTo(StreamLimits.HANDED_OVER);
        assertThat(feed.newest()).isEqualTo(StreamLimits.HANDED_OVER + 10L);
    }

    @Test
    void whatWasPostedWhileNobodyListenedIsKnownByNumber() {
        // Given
        post(7);

        // When
        LiveFeed.Joined joined = feed.join(ANY, null, feed.id(3).toString());

        // Then
        assertThat(joined.gap())
                .isEqualTo(new StreamMessage.Gap(
                        "window", 4L, feed.id(3).toString(), feed.id(7).toString()));
    }

    @Test
    void oneReaderMoreThanThereMayBeIsRefused() {
        // Given
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < StreamLimits.READERS; i++) {
            readers.add(feed.join(ANY, null, null).reader());
        }

        // When, Then
        assertThatThrownBy(() -> feed.join(ANY, null, null)).isInstanceOf(ProblemException.class);
        feed.leave(readers.getFirst());
        assertThat(feed.join(ANY, null, null).reader()).isNotNull();
    }

    @Test
    void aConnectionWritesEachEntryOnceAndCountsThatAddUpAndLeavesWhenItsClientHasGone() {
        // Given
        LiveFeed.Joined joined = feed.join(ANY, null, null);
        post(1_500);
        ClientUntilCounts client = new ClientUntilCounts();

        // When
        assertThatThrownBy(() -> new LiveStream(feed, joined, mapper(), () -> false).write(client))
                .isInstanceOf(IOException.class);

        // Then
        String written = client.toString(StandardCharsets.UTF_8);
        assertThat(written).startsWith(":connected\n\nretry:2000\nid:" + feed.id(0) + "\nevent:hello\ndata:{");
        assertThat(written.split("event:entry\n", -1)).hasSize(1_501);
        assertThat(written)
                .contains("id:" + feed.id(1) + "\nevent:entry\ndata:{\"entry\":\"sales-2-6983\"")
                .contains("\"time\":\"2026-03-01T12:00:00Z\"")
                .contains("\"data\":{\"channel\":\"web\"")
                .contains(
                        "id:" + feed.id(1_500) + "\nevent:counts\ndata:{\"matched\":1500,\"sent\":1500,\"skipped\":0,");
        assertThat(feed.readers()).isZero();
    }

    /** A client that goes once it has seen counts. */
    private static final class ClientUntilCounts extends ByteArrayOutputStream {
        @Override
        public void flush() throws IOException {
            if (toString(StandardCharsets.UTF_8).contains("event:counts")) {
                throw new IOException("gone");
            }
        }
    }

    private void post(int count) {
        feed.onCommitted(Bookings.committed(count, 0, 0));
        feed.step();
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
