package dev.triad.ledger.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What intake promises. */
@ConfigMapping(prefix = "triad.intake")
public interface IntakeConfig {
    /**
     * How many records the books may be behind the log. A ledger that is further behind and does not come nearer says that
     * it is not ready; one that comes nearer does not, as it would never serve while it reads a long log for the first time.
     */
    @WithDefault("100000")
    long lagMax();
}
