/** What every request has in common: its name, its place in the log, and how its time is measured. */
@NullMarked
package dev.triad.ledger.request;

import org.jspecify.annotations.NullMarked;
