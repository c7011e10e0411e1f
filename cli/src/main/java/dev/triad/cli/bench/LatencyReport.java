package dev.triad.cli.bench;

/**
 * From the moment at which an event was due to be sent until a balance asked for over HTTP included it.
 *
 * @param eventsPerSecond the rate at which events were due
 * @param sentPerSecond the rate that was kept up
 * @param visible the times, of the usage of customers outside, a fifth of the events
 * @param asking how long one question took; the times are no finer than that
 */
public record LatencyReport(int eventsPerSecond, Spread sentPerSecond, Percentiles visible, Percentiles asking) {}
