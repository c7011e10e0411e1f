package dev.triad.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the HTML standard's section on server-sent events, and what the standard says in words. */
class ServerEventReaderTest {
    private final AtomicInteger linesHeard = new AtomicInteger();
    private Optional<String> lastId = Optional.empty();
    private Optional<Duration> retry = Optional.empty();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void readsEventsWhateverEndsTheirLines(String end) {
        String stream = "event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\ndata: 7\n\n".replace("\n", end);

        assertThat(read(stream))
                .containsExactly(new ServerEvent("add", "73857293"), new ServerEvent("remove", "2153\n7"));
    }

    @Test
    void passesOverCommentsWhichAreHeardAllTheSame() {
        assertThat(read(": test stream\n\ndata: first event\nid: 1\n\n"))
                .containsExactly(new ServerEvent("message", "first event"));
        assertThat(linesHeard).hasValue(5);
    }

    @Test
    void takesOneSpaceAfterTheColonAndNoMore() {
        assertThat(read("data:test\n\ndata: test\n\ndata:  test\n\n"))
                .extracting(ServerEvent::data)
                .containsExactly("test", "test", " test");
    }

    @Test
    void readsAFieldWithoutAColonAsEmpty() {
        assertThat(read("data\n\ndata\ndata\n\ndata:"))
                .extracting(ServerEvent::data)
                .containsExactly("", "\n");
    }

    @Test
    void isNoEventWithoutDataThoughItsIdCounts() {
        assertThat(read("id: 5\nevent: nothing\n\n")).isEmpty();
        assertThat(lastId).contains("5");
    }

    @Test
    void anIdStaysUntilTheNextOneAndAnEmptyOneResetsIt() {
        read("id: 1\ndata: a\n\ndata: b\n\n");
        assertThat(lastId).contains("1");

        read("id: 1\ndata: a\n\nid\ndata: b\n\n");
        assertThat(lastId).contains("");
    }

    @Test
    void passesOverAnIdWithANullInItAndARetryThatIsNoNumber() {
        read("id: a\0b\nretry: soon\nretry: 2000\ndata: x\n\n");

        assertThat(lastId).isEmpty();
        assertThat(retry).contains(Duration.ofSeconds(2));
    }

    @Test
    void isNoEventWhereTheStreamBreaksOff() {
        assertThat(read("id: 1\ndata: whole\n\nid: 2\ndata: half\n"))
                .extracting(ServerEvent::data)
                .containsExactly("whole");
        assertThat(lastId).contains("1");
    }

    @Test
    void passesOverAByteOrderMarkAtTheBeginning() {
        assertThat(read("\uFEFFdata: x\n\n")).containsExactly(new ServerEvent("message", "x"));
    }

    private List<ServerEvent> read(String stream) {
        ServerEventReader reader = new ServerEventReader(
                new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                linesHeard::incrementAndGet);
        List<ServerEvent> events = new ArrayList<>();
        try {
            for (Optional<ServerEvent> event = reader.next(); event.isPresent(); event = reader.next()) {
                events.add(event.get());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        lastId = reader.lastId();
        retry = reader.retry();
        return events;
    }
}
