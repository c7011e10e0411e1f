package dev.triad.events.bench;

import dev.triad.events.Decimals;
import dev.triad.events.EventIds;
import dev.triad.events.EventTimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The texts of an event's headers and amounts, beside the JDK's own way to read and write them. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TextBenchmark extends Measured {
    public String id = "019c1363-49c0-7b92-85fc-7aaff0504938";
    public String time = "2026-01-31T09:30:00.123Z";
    public String decimal = "412.50";
    public Instant instant = Instant.parse(time);
    public UUID uuid = UUID.fromString(id);

    @Benchmark
    public @Nullable UUID id() {
        return EventIds.parse(id);
    }

    @Benchmark
    public UUID idByJdk() {
        return UUID.fromString(id);
    }

    @Benchmark
    public Instant time() {
        return EventTimes.parse(time);
    }

    @Benchmark
    public Instant timeByJdk() {
        return Instant.parse(time);
    }

    @Benchmark
    public BigDecimal decimal() {
        return Decimals.parse(decimal);
    }

    @Benchmark
    public BigDecimal decimalByJdk() {
        return new BigDecimal(decimal);
    }

    @Benchmark
    public String writeTimeByJdk() {
        return instant.toString();
    }

    @Benchmark
    public String writeIdByJdk() {
        return uuid.toString();
    }
}
