/** What the ledger knows, asked over its API and shown as tables for people, as JSON or as CSV. */
@NullMarked
package dev.triad.cli.ask;

import org.jspecify.annotations.NullMarked;
