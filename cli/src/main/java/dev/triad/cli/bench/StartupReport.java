package dev.triad.cli.bench;

/**
 * How a component starts.
 *
 * @param seconds from its launch until it answered
 * @param memoryMebibytes what it held then
 */
public record StartupReport(String component, Spread seconds, Spread memoryMebibytes) {}
