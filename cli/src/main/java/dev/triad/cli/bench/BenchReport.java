package dev.triad.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured, as {@code --json} writes it; what was not measured is absent.
 *
 * @param machine what it was measured on
 * @param drain how fast a full log gets onto the books
 * @param rebuild how long it takes to make the books anew from the log
 * @param latency how soon an event is visible, by rate
 * @param query how quick the ledger answers
 * @param startup how long each component takes to be ready
 * @param growth how the cost of an event grows with the books
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchReport(
        Machine machine,
        @Nullable DrainReport drain,
        @Nullable RebuildReport rebuild,
        @Nullable List<LatencyReport> latency,
        @Nullable QueryReport query,
        @Nullable List<StartupReport> startup,
        @Nullable GrowthReport growth) {

    /** Collects what was measured. */
    static final class Builder {
        private final Machine machine;
        private @Nullable DrainReport drain;
        private @Nullable List<LatencyReport> latency;
        private @Nullable QueryReport query;
        private @Nullable List<StartupReport> startup;
        private @Nullable GrowthReport growth;

        private Builder(Machine machine) {
            this.machine = machine;
        }

        Builder drain(DrainReport report) {
            drain = report;
            return this;
        }

        Builder latency(List<LatencyReport> reports) {
            latency = List.copyOf(reports);
            return this;
        }

        Builder query(QueryReport report) {
            query = report;
            return this;
        }

        Builder startup(List<StartupReport> reports) {
            startup = List.copyOf(reports);
            return this;
        }

        Builder growth(GrowthReport report) {
            growth = report;
            return this;
        }

        BenchReport end() {
            RebuildReport rebuild = drain == null ? null : RebuildReport.of(drain);
            return new BenchReport(machine, drain, rebuild, latency, query, startup, growth);
        }
    }

    static Builder on(Machine machine) {
        return new Builder(machine);
    }
}
