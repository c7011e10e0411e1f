package dev.triad.ledger.claims;

/** How a claim is measured. */
interface Measure {
    /** What the accounts say of a claim, under these assumptions. */
    Outcome of(Claim claim, Evidence evidence, Assumptions assumptions);
}
