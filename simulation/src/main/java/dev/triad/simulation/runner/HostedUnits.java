package dev.triad.simulation.runner;

import java.util.List;
import java.util.Set;

/** The units of a service: one for every enabled scenario that has a section for it. */
public interface HostedUnits {
    List<HostedUnit<?>> units();

    /** The topics that the events of this service's commands are on. */
    Set<String> commandTopics();
}
