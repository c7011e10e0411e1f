package dev.triad.ledger.posting;

import dev.triad.events.Source;
import java.util.UUID;

/** What makes an event one event: who said it and under which id. */
public record EventKey(Source source, UUID id) {}
