package dev.triad.cli.imports.input;

/**
 * A line that could not be read.
 *
 * @param line its number, from 1
 * @param reason why, without the line's content
 */
public record Rejected(long line, String reason) implements Item {}
