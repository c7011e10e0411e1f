package dev.triad.cli.faults;

import dev.triad.cli.workload.Expectation;
import dev.triad.cli.workload.Workload;
import dev.triad.events.CloudEvent;
import dev.triad.events.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What went into the log.
 *
 * @param group the group that it is about, and nothing else in the log is
 * @param ids the events by their source
 * @param expectation what the ledger must come to
 */
record Fed(String group, Map<Source, Set<UUID>> ids, Expectation expectation) {
    /** Remembers events while a workload hands them out. */
    static final class Memory {
        private final String group;
        private final Workload workload;
        private final Map<Source, Set<UUID>> ids = new HashMap<>();

        Memory(String group, Workload workload) {
            this.group = group;
            this.workload = workload;
        }

        boolean hasNext() {
            return workload.hasNext();
        }

        CloudEvent next() {
            CloudEvent event = workload.next();
            ids.computeIfAbsent(event.source(), _ -> new HashSet<>()).add(event.id());
            return event;
        }

        /** All of it, once there is no more to come. */
        Fed all() {
            return new Fed(group, ids, workload.expectation());
        }
    }
}
