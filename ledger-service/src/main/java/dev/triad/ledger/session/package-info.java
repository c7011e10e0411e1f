/** Who is signed in on the ledger's page. */
@NullMarked
package dev.triad.ledger.session;

import org.jspecify.annotations.NullMarked;
