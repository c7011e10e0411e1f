/** What a book posts that goes by another policy than its group declared. Pure: an entry, its rates and a policy to postings. */
@NullMarked
package dev.triad.ledger.policy;

import org.jspecify.annotations.NullMarked;
