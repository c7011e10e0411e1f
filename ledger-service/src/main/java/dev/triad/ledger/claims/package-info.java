/** The thesis that Triad was built to hold up to the light, sentence by sentence, each with the accounts' verdict. */
@NullMarked
package dev.triad.ledger.claims;

import org.jspecify.annotations.NullMarked;
