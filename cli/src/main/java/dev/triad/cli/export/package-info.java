/** The journal for other programs: plain-text accounting, CSV and Parquet. */
@NullMarked
package dev.triad.cli.export;

import org.jspecify.annotations.NullMarked;
