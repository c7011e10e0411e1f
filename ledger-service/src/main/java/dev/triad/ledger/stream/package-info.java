/** Live entries over server-sent events. */
@NullMarked
package dev.triad.ledger.stream;

import org.jspecify.annotations.NullMarked;
