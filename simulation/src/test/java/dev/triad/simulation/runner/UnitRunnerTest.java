package dev.triad.simulation.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.triad.events.CloudEvent;
import dev.triad.simulation.engine.Checkpoint;
import dev.triad.simulation.engine.Engine;
import dev.triad.simulation.engine.Settings;
import dev.triad.simulation.runner.UnitStatus.Phase;
import dev.triad.simulation.scenario.ScenarioLoader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnitRunnerTest {
    private static final OneEventAnHour MODEL = new OneEventAnHour();
    private static final Settings SLOW = new Settings(BigDecimal.ONE, 1, false, 7);
    private static final Settings FAST = new Settings(BigDecimal.ONE, 36_000, false, 7);
    private static final int HISTORY_HOURS = 400;
    private static final Instant HISTORY_END = OneEventAnHour.START.plus(Duration.ofHours(HISTORY_HOURS));

    private final FakeLog log = new FakeLog();
    private @Nullable Thread thread;

    @AfterEach
    void stop() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void producesTheHistoryAndThenGoesOnAtItsSpeed() {
        UnitRunner<Integer> runner = start(Engine.begin(MODEL, FAST), true);

        await().until(() -> runner.status().tick() > HISTORY_HOURS + 2);

        assertThat(runner.status().phase()).isEqualTo(Phase.LIVE);
        assertThat(runner.status().lagSeconds()).isLessThan(Duration.ofDays(1).toSeconds());
        assertThat(log.events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
        assertThat(log.events().subList(0, HISTORY_HOURS))
                .extracting(CloudEvent::subject)
                .startsWith("order-0", "order-1")
                .endsWith("order-" + (HISTORY_HOURS - 1));
    }

    @Test
    void keepsItsPlaceOnlyBehindWhatTheLogHas() {
        start(Engine.begin(MODEL, SLOW), true);

        await().until(() -> log.events().size() == HISTORY_HOURS);
        await().untilAsserted(
                        () -> assertThat(log.checkpoints().getLast().tick()).isEqualTo(HISTORY_HOURS));
        assertThat(log.checkpoints())
                .allSatisfy(kept -> assertThat(kept.emitted()).isEqualTo(kept.tick()));
        assertThat(log.checkpoints()).hasSizeLessThanOrEqualTo(HISTORY_HOURS / UnitRunner.CATCH_UP_TICKS + 1);
    }

    @Test
    void saysTheSameAgainAfterACrash() {
        // Given a run that could not keep its place
        log.keepNothing();
        UnitRunner<Integer> first = start(Engine.begin(MODEL, SLOW), true);
        await().until(() -> first.status().tick() == HISTORY_HOURS);
        List<CloudEvent> before = log.events();

        // When it begins anew
        UnitRunner<Integer> second = start(Engine.begin(MODEL, SLOW), true);
        await().until(() -> second.status().tick() == HISTORY_HOURS);

        // Then it says the same, under the same ids
        assertThat(log.events().subList(before.size(), 2 * before.size())).isEqualTo(before);
    }

    @Test
    void sendsAgainWhatTheLogDidNotTake() {
        log.refuseNext(3);
        start(Engine.begin(MODEL, SLOW), true);

        await().until(() -> log.events().size() == HISTORY_HOURS);
        assertThat(log.events()).extracting(CloudEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void aChangeIsKeptBeforeItIsAnswered() {
        UnitRunner<Integer> runner = start(Engine.begin(MODEL, SLOW), true);
        await().until(() -> runner.status().tick() == HISTORY_HOURS);

        // The hour under way would last an hour at this speed: the change lets it out at once.
        CompletableFuture<Void> changed =
                runner.change(before -> new Settings(new BigDecimal("2.5"), before.speed(), true, before.seed()));

        assertThat(changed).succeedsWithin(Duration.ofSeconds(10));
        Checkpoint<?> kept = log.checkpoints().getLast();
        assertThat(kept.settings().rate()).isEqualTo("2.5");
        assertThat(kept.tick()).isEqualTo(HISTORY_HOURS + 1);
        assertThat(runner.status().phase()).isEqualTo(Phase.PAUSED);
        assertThat(runner.status().lagSeconds()).isZero();
    }

    @Test
    void aChangeThatCannotBeKeptIsNotMade() {
        UnitRunner<Integer> runner = start(Engine.begin(MODEL, SLOW), false);
        log.keepNothing();

        CompletableFuture<Void> changed = runner.change(before -> FAST);

        assertThat(changed).failsWithin(Duration.ofSeconds(10));
        assertThat(runner.status().settings()).isEqualTo(SLOW);
    }

    @Test
    void isStillWhenSwitchedOffButTakesChanges() {
        UnitRunner<Integer> runner = start(Engine.begin(MODEL, SLOW), false);

        assertThat(runner.change(before -> FAST)).succeedsWithin(Duration.ofSeconds(10));

        assertThat(runner.status().phase()).isEqualTo(Phase.DISABLED);
        assertThat(runner.now()).isEqualTo(OneEventAnHour.START);
        assertThat(log.events()).isEmpty();
    }

    private UnitRunner<Integer> start(Checkpoint<Integer> place, boolean enabled) {
        HostedUnit<Integer> unit =
                new HostedUnit<>(new ScenarioLoader(Optional.empty()).load("amazon"), MODEL, UnitObserver.NONE);
        UnitRunner<Integer> runner = new UnitRunner<>(unit, place, HISTORY_END, enabled, log, log);
        Thread running = new Thread(runner, "runner-under-test");
        running.start();
        thread = running;
        return runner;
    }
}
