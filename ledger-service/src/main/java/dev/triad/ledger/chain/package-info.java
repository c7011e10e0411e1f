/** What a link of the hash chain holds, and how it is hashed. Pure: whoever extends the chain and whoever proves it share it. */
@NullMarked
package dev.triad.ledger.chain;

import org.jspecify.annotations.NullMarked;
