package dev.triad.cloud.load;

import dev.triad.cloud.settlement.LoadState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service keeps of the usage that it has read.
 *
 * @param offsets the next offset of each partition, by its number
 * @param groups the state of each group
 * @param outbox events of the latest settlement, as structured CloudEvents: they go out again after a
 *     crash, under the same ids
 */
record LoadCheckpoint(Map<String, Long> offsets, Map<String, LoadState> groups, List<String> outbox) {
    LoadCheckpoint(
            @Nullable Map<String, Long> offsets,
            @Nullable Map<String, LoadState> groups,
            @Nullable List<String> outbox) {
        this.offsets = Map.copyOf(Objects.requireNonNullElse(offsets, Map.of()));
        this.groups = Map.copyOf(Objects.requireNonNullElse(groups, Map.of()));
        this.outbox = List.copyOf(Objects.requireNonNullElse(outbox, List.of()));
    }
}
