package dev.triad.cli.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code triad status} tells, and the JSON that it prints. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StackStatus(boolean running, @Nullable Instant since, List<ComponentStatus> components) {
    StackStatus {
        components = List.copyOf(components);
    }

    static StackStatus of(Optional<RunState> state) {
        return state.map(known -> new StackStatus(
                        true,
                        known.since(),
                        known.components().parallelStream()
                                .map(ComponentStatus::of)
                                .toList()))
                .orElseGet(() -> new StackStatus(false, null, List.of()));
    }

    boolean isAllUp() {
        return running && components.stream().allMatch(component -> component.state() == Condition.UP);
    }
}
