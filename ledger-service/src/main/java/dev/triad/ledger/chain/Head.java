package dev.triad.ledger.chain;

/**
 * Where a lane stands.
 *
 * @param height how many links it has
 * @param hash the hash of the last of them
 */
public record Head(long height, Hash hash) {
    public static final Head GENESIS = new Head(0, Hash.GENESIS);
}
