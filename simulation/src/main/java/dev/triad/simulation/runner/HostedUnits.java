package dev.triad.simulation.runner;

import java.util.List;

/** The units of a service: one for every enabled scenario that has a section for it. */
public interface HostedUnits {
    List<HostedUnit<?>> units();
}
