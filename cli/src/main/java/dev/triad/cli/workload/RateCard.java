package dev.triad.cli.workload;

import dev.triad.events.CloudEvent;
import dev.triad.events.RatePublished;
import dev.triad.events.Source;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the cloud asks for its resources: each is cut in price every thirty days. */
final class RateCard {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int VERSIONS = 3;
    private static final int CUT_PERCENT = 5;

    private final Instant from;

    RateCard(Instant from) {
        this.from = from;
    }

    /**
     * A resource of the cloud, its first prices in millionths of the currency.
     *
     * @param listMicros what a customer outside pays for one
     * @param fullMicros what one costs, fully distributed, and so what a unit of the group is charged
     */
    enum Resource {
        COMPUTE("compute", "vcpu-hour", 60_000, 24_000),
        STORAGE("storage", "gb-hour", 400, 200),
        REQUESTS("requests", "million-requests", 200_000, 140_000),
        VOICE("voice", "interaction", 4_000, 3_000);

        private final String label;
        private final String unitOfMeasure;
        private final long listMicros;
        private final long fullMicros;

        Resource(String label, String unitOfMeasure, long listMicros, long fullMicros) {
            this.label = label;
            this.unitOfMeasure = unitOfMeasure;
            this.listMicros = listMicros;
            this.fullMicros = fullMicros;
        }

        String label() {
            return label;
        }

        String unitOfMeasure() {
            return unitOfMeasure;
        }
    }

    /** What a customer outside pays for one at that time, in millionths. */
    long listMicros(Resource resource, Instant time) {
        return cut(resource.listMicros, version(time));
    }

    /** What a unit of the group pays for one at that time, in millionths. */
    long fullMicros(Resource resource, Instant time) {
        return cut(resource.fullMicros, version(time));
    }

    /** The publications of all rates, each made before anything is used. */
    List<CloudEvent> publications(Source cloud, Chance chance) {
        List<CloudEvent> publications = new ArrayList<>();
        for (Resource resource : Resource.values()) {
            for (int version = 0; version < VERSIONS; version++) {
                RatePublished rate = new RatePublished(
                        cloud.unit(),
                        resource.label(),
                        resource.unitOfMeasure(),
                        micros(cut(resource.listMicros, version)),
                        micros(cut(resource.fullMicros, version) / 2),
                        micros(cut(resource.fullMicros, version)),
                        from.plus(MONTH.multipliedBy(version)));
                publications.add(new CloudEvent(chance.id(from), cloud, resource.label(), from, rate));
            }
        }
        return publications;
    }

    private int version(Instant time) {
        long months = Duration.between(from, time).dividedBy(MONTH);
        return (int) Math.min(VERSIONS - 1, months);
    }

    private static long cut(long micros, int version) {
        return micros - micros * CUT_PERCENT * version / 100;
    }

    private static BigDecimal micros(long micros) {
        return BigDecimal.valueOf(micros, Tally.MICROS_SCALE);
    }
}
