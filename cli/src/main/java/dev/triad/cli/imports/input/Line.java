package dev.triad.cli.imports.input;

/** A physical line of a file: its text without the line's end, or what keeps it from being read. */
sealed interface Line {
    /** Its number, from 1. */
    long number();

    record Text(long number, String text) implements Line {}

    record TooLong(long number) implements Line {}

    record Undecodable(long number) implements Line {}
}
