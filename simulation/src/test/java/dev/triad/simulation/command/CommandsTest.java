package dev.triad.simulation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.events.CloudEvent;
import dev.triad.events.EventCodec;
import dev.triad.events.LineKind;
import dev.triad.events.SaleLine;
import dev.triad.events.SaleRecorded;
import dev.triad.events.Source;
import dev.triad.problem.ProblemException;
import dev.triad.simulation.problem.ProblemCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final Source STORE = new Source("amazon", "store");
    private static final Object REQUEST = Map.of("sku", "tea");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<CloudEvent> written = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean ready = true;
    private boolean available = true;
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private final Commands commands =
            new Commands(new IdempotencyKeys(), this::emit, () -> ready, _ -> now, EventCodec.mapper(), metrics);

    @Test
    void isAcceptedWhenTheLogHasItsEvent() {
        Accepted accepted = submit("k");

        assertThat(written).containsExactly(accepted.event());
        assertThat(accepted.replayed()).isFalse();
        assertThat(accepted.event().idempotencyKey()).isEqualTo("k");
        assertThat(accepted.event().time()).isEqualTo(now);
        assertThat(told).containsExactly("drafted", "accepted");
        assertThat(count("accepted")).isOne();
    }

    @Test
    void theSameKeyLaterGivesTheSameEvent() {
        Accepted first = submit("k");
        now = now.plusSeconds(60);

        Accepted again = submit("k");

        assertThat(again.event()).isEqualTo(first.event());
        assertThat(again.replayed()).isTrue();
        assertThat(written).hasSize(1);
        assertThat(count("replayed")).isOne();
    }

    @Test
    void whatTheLogDidNotTakeIsNotAcceptedAndLeavesNothingHeld() {
        available = false;

        assertThatThrownBy(() -> submit("k")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(503);
            assertThat(e.problem().code()).isEqualTo("log-unavailable");
            assertThat(e.problem().detail()).contains("Idempotency-Key: k");
        });
        assertThat(told).containsExactly("drafted", "withdrawn");
        assertThat(count("log-unavailable")).isOne();
    }

    @Test
    void aRetryAfterAnOutageSendsTheVeryEventOfTheFirstAttempt() {
        available = false;
        assertThatThrownBy(() -> submit("k")).isInstanceOf(ProblemException.class);
        CloudEvent lost = written.getFirst();
        available = true;
        now = now.plusSeconds(600);

        Accepted accepted = submit("k");

        // The log may have taken the first attempt after all: then this is the same event once more.
        assertThat(accepted.event()).isEqualTo(lost);
        assertThat(told).containsExactly("drafted", "withdrawn", "resumed", "accepted");
        assertThat(accepted.replayed()).isFalse();
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefusedAlsoAfterAnOutage() {
        available = false;
        assertThatThrownBy(() -> submit("k")).isInstanceOf(ProblemException.class);
        available = true;

        assertThatThrownBy(() -> commands.submit(new Command(STORE, "place", "k", Map.of("sku", "gold"), draft())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("idempotency-key-reused"));
    }

    @Test
    void aRefusalFreesTheKey() {
        Draft refusing = _ -> {
            throw ProblemCode.UNKNOWN_SKU.exception("sku", "is none");
        };
        assertThatThrownBy(() -> commands.submit(new Command(STORE, "place", "k", REQUEST, refusing)))
                .isInstanceOf(ProblemException.class);

        assertThat(submit("k").replayed()).isFalse();
        assertThat(count("unknown-sku")).isOne();
    }

    @Test
    void nothingIsAcceptedBeforeTheLogHasBeenRead() {
        ready = false;

        assertThatThrownBy(() -> submit("k")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(503);
            assertThat(e.problem().code()).isEqualTo("starting");
        });
        assertThat(written).isEmpty();
    }

    @Test
    void everyCommandWithoutAKeyGetsOneOfItsOwn() {
        Accepted first = submit(null);
        Accepted second = submit(null);

        assertThat(first.key()).isNotEqualTo(second.key());
        assertThat(first.event().id()).isNotEqualTo(second.event().id());
        assertThat(submit(first.key()).event()).isEqualTo(first.event());
    }

    private Accepted submit(@Nullable String key) {
        return commands.submit(new Command(STORE, "place", key, REQUEST, draft()));
    }

    private CompletableFuture<Void> emit(CloudEvent event, String digest) {
        assertThat(digest).hasSize(64);
        written.add(event);
        return available
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new IllegalStateException("no broker"));
    }

    private double count(String outcome) {
        return metrics.counter("triad.commands", "operation", "place", "outcome", outcome)
                .count();
    }

    /** A draft that tells what becomes of it. */
    private Draft draft() {
        return new Draft() {
            @Override
            public CloudEvent event(Stamp stamp) {
                told.add("drafted");
                SaleLine line = new SaleLine("tea", "grocery", LineKind.GOODS, BigDecimal.ONE, BigDecimal.TEN, null);
                return stamp.event(
                        "order-" + stamp.id(), new SaleRecorded("web", null, List.of(line), null, List.of()));
            }

            @Override
            public void resumed(CloudEvent event) {
                told.add("resumed");
            }

            @Override
            public void withdrawn(CloudEvent event) {
                told.add("withdrawn");
            }

            @Override
            public void accepted(CloudEvent event) {
                told.add("accepted");
            }
        };
    }
}
