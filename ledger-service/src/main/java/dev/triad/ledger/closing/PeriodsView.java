package dev.triad.ledger.closing;

import java.util.List;

/** The months of a group's books, from the first in which something moved to the last. */
public record PeriodsView(String group, List<PeriodView> periods) {}
