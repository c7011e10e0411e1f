package dev.triad.simulation.runner;

import dev.triad.events.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The units of a service: one for every enabled scenario that has a section for it. */
public interface HostedUnits {
    List<HostedUnit<?>> units();

    /** The topics that the events of this service's commands are on. */
    Set<String> commandTopics();

    /** The source of the unit of a group; of the first group when none is named. */
    default Optional<Source> source(Optional<String> group) {
        return units().stream()
                .map(HostedUnit::source)
                .filter(source -> group.isEmpty() || source.group().equals(group.get()))
                .findFirst();
    }
}
