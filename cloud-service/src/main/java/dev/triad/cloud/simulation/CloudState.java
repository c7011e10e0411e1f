package dev.triad.cloud.simulation;

/**
 * What the cloud's simulation remembers between ticks.
 *
 * @param declared whether the group has been declared and the first rates published
 */
public record CloudState(boolean declared) {}
