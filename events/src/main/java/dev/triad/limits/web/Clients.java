package dev.triad.limits.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.triad.access.web.AccessSettings;
import dev.triad.limits.Allowance;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What each client has left of its allowance. One that has all of it again is forgotten, and so is the idlest of too many. */
@Singleton
class Clients {
    /** How many are told apart at once. */
    static final int CLIENTS_MAX = 50_000;

    /** Where access is controlled, and nothing else is said. */
    static final Allowance CONTROLLED = new Allowance(200, 2_000);

    private final Allowance allowance;
    private final Cache<String, Bucket> buckets;
    private final LongSupplier nanoTime;

    @Inject
    Clients(
            AccessSettings access,
            @ConfigProperty(name = "triad.limits.requests-per-second") Optional<Long> perSecond,
            @ConfigProperty(name = "triad.limits.burst") Optional<Long> burst) {
        this(allowance(access.enabled(), perSecond, burst), System::nanoTime);
    }

    Clients(Allowance allowance, LongSupplier nanoTime) {
        this.allowance = allowance;
        this.nanoTime = nanoTime;
        Ticker ticker = nanoTime::getAsLong;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS_MAX)
                .expireAfterAccess(allowance.isLimited() ? allowance.refill() : Duration.ofSeconds(1))
                .ticker(ticker)
                .build();
    }

    /** On one's own machine all clients have one address, and nobody is held back unless it is asked for. */
    static Allowance allowance(boolean isControlled, Optional<Long> perSecond, Optional<Long> burst) {
        Allowance usual = isControlled ? CONTROLLED : Allowance.NO_LIMIT;
        long rate = perSecond.orElse(usual.perSecond());
        return new Allowance(rate, burst.orElse(perSecond.isEmpty() ? usual.burst() : 10 * rate));
    }

    boolean areLimited() {
        return allowance.isLimited();
    }

    /** Takes one request from what a client has left. */
    Taken take(String client) {
        ConsumptionProbe probe =
                Objects.requireNonNull(buckets.get(client, _ -> bucket())).tryConsumeAndReturnRemaining(1);
        return new Taken(
                allowance,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                probe.getNanosToWaitForRefill(),
                probe.getNanosToWaitForReset());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(allowance.burst()).refillGreedy(allowance.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(new Clock())
                .build();
    }

    private final class Clock implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanoTime.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
