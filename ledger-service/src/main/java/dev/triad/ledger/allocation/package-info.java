/** Shared-cost allocation between departments: direct, step-down and reciprocal. Pure. */
@NullMarked
package dev.triad.ledger.allocation;

import org.jspecify.annotations.NullMarked;
