package dev.triad.ledger.claims;

import java.math.BigDecimal;

/** What a verdict may depend on beside the accounts, with the range in which it is tried. */
enum Assumption {
    PROGRESS_RATIO("progress-ratio", "0.85", "0.5", "1", "unit cost after each doubling of the volume"),
    CHARGES("charges", "1", "0", "3", "what units are charged, as a multiple of what they were"),
    REFERENCE_PRICE("reference-price", "1", "0", "3", "the reference price, as a multiple of the list price"),
    FEES(
            "fees",
            "1",
            "0.01",
            "3",
            "fees, as a multiple of what they were: so much of its take rate could a market do with"),
    ATTRIBUTION("attribution", "1", "0", "3", "attributed contribution, as a multiple of what was attributed"),
    CLOUD_COST("cloud-cost", "1", "0", "3", "what devices were charged for the cloud, as a multiple of what they were"),
    LOSS("loss", "1", "0", "3", "what was lost on devices, as a multiple of what it was");

    private final String code;
    private final BigDecimal usual;
    private final BigDecimal least;
    private final BigDecimal most;
    private final String words;

    Assumption(String code, String usual, String least, String most, String words) {
        this.code = code;
        this.usual = new BigDecimal(usual);
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
        this.words = words;
    }

    String code() {
        return code;
    }

    BigDecimal usual() {
        return usual;
    }

    BigDecimal least() {
        return least;
    }

    BigDecimal most() {
        return most;
    }

    String words() {
        return words;
    }
}
