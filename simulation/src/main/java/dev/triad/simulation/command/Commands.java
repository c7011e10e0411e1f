package dev.triad.simulation.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventIds;
import dev.triad.events.InvalidEventException;
import dev.triad.events.Names;
import dev.triad.events.Source;
import dev.triad.problem.ProblemException;
import dev.triad.simulation.emission.CommandEmission;
import dev.triad.simulation.problem.ProblemCode;
import dev.triad.simulation.runner.Simulation;
import dev.triad.simulation.startup.Recovery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands, log first: a command is accepted when Kafka has acknowledged its event, and not
 * before. The same key with the same request gives the same answer, also after a restart; with another
 * request it is refused. Commands with the same key wait for one another.
 */
@Singleton
public class Commands {
    /** A little more than the producer takes to give an event up. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final IdempotencyKeys keys;
    private final CommandLog log;
    private final BooleanSupplier ready;
    private final Function<Source, Instant> clock;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    @Inject
    Commands(
            IdempotencyKeys keys,
            CommandEmission emission,
            Recovery recovery,
            Simulation simulation,
            ObjectMapper json,
            MeterRegistry metrics) {
        this(keys, emission::emit, recovery::isDone, simulation::now, json, metrics);
    }

    Commands(
            IdempotencyKeys keys,
            CommandLog log,
            BooleanSupplier ready,
            Function<Source, Instant> clock,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.keys = keys;
        this.log = log;
        this.ready = ready;
        this.clock = clock;
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * Carries out a command; to be called where waiting is cheap.
     *
     * @throws ProblemException when it is refused, or when Kafka does not acknowledge
     */
    public Accepted submit(Command command) {
        try {
            if (!ready.getAsBoolean()) {
                throw ProblemCode.STARTING.exception("try again in a moment");
            }
            Accepted accepted = carryOut(command, key(command.key()));
            count(command, accepted.replayed() ? "replayed" : "accepted");
            return accepted;
        } catch (ProblemException e) {
            count(command, e.problem().code());
            throw e;
        }
    }

    private void count(Command command, String outcome) {
        // A counter is there before what it counts comes for the first time: an increase from nothing cannot be seen.
        counter(command, ProblemCode.LOG_UNAVAILABLE.code());
        counter(command, outcome).increment();
    }

    private Counter counter(Command command, String outcome) {
        return metrics.counter("triad.commands", "operation", command.operation(), "outcome", outcome);
    }

    private static String key(@Nullable String given) {
        if (given == null) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return EventIds.of(System.currentTimeMillis(), random.nextLong(), random.nextLong())
                    .toString();
        }
        if (given.isBlank() || given.length() > Names.TEXT_MAX || given.chars().anyMatch(Character::isISOControl)) {
            throw ProblemCode.INVALID.exception(
                    "Idempotency-Key", "must be 1 to " + Names.TEXT_MAX + " printable characters");
        }
        return given;
    }

    private Accepted carryOut(Command command, String key) {
        String digest = RequestDigest.of(json, command.operation(), command.request());
        while (true) {
            Attempt attempt = keys.claim(command.source(), key, digest);
            lock(attempt);
            try {
                if (!attempt.dropped) {
                    return carryOut(command, key, digest, attempt);
                }
            } finally {
                attempt.lock.unlock();
            }
        }
    }

    private Accepted carryOut(Command command, String key, String digest, Attempt attempt) {
        if (!attempt.requestDigest.equals(digest)) {
            throw ProblemCode.KEY_REUSED.exception("use a new key for a new request, or send the first one again");
        }
        CloudEvent event = attempt.event;
        if (event != null && attempt.acknowledged) {
            return new Accepted(event, key, true);
        }
        if (event == null) {
            event = draft(command, key, attempt);
            attempt.event = event;
        } else {
            command.draft().resumed(event);
        }
        send(command, event, digest);
        attempt.acknowledged = true;
        command.draft().accepted(event);
        return new Accepted(event, key, false);
    }

    private CloudEvent draft(Command command, String key, Attempt attempt) {
        try {
            Source source = command.source();
            Instant time = clock.apply(source);
            return command.draft().event(new Stamp(EventIds.derived(time, source, "command", key), source, time, key));
        } catch (RuntimeException e) {
            attempt.dropped = true;
            keys.drop(command.source(), key, attempt);
            throw e instanceof InvalidEventException invalid
                    ? ProblemCode.REFUSED.exception(String.valueOf(invalid.getMessage()))
                    : e;
        }
    }

    private void send(Command command, CloudEvent event, String digest) {
        try {
            log.emit(event, digest).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(command, event);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(command, event);
        }
    }

    private static ProblemException unavailable(Command command, CloudEvent event) {
        command.draft().withdrawn(event);
        return ProblemCode.LOG_UNAVAILABLE.exception("try again with the header Idempotency-Key: "
                + event.idempotencyKey() + "; then the command counts once, whatever became of this attempt");
    }

    private static void lock(Attempt attempt) {
        try {
            if (attempt.lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw ProblemCode.CONFLICT.exception("wait for its answer, or try again in a moment");
    }
}
