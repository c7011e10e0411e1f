package dev.triad.ledger.rate;

/** What a rate prices: a provider's resource in a group. */
public record RateKey(String group, String provider, String resource) {}
