package dev.triad.cli.imports.input;

/** What reading one record of a file gives: a row, or a line that is none. */
public sealed interface Item permits Row, Rejected {
    /** The line on which the record begins, counted from 1 as editors do. */
    long line();
}
