package dev.triad.ledger.posting;

/** Why a well-formed event is quarantined. The code is stable. */
public enum RejectReason {
    /** An amount does not fit 64 bits at the group's scale. */
    OVERFLOW("overflow"),
    /** More came back than was sold, or at a higher price. */
    RETURN_EXCEEDS_SALE("return-exceeds-sale"),
    /** The event that a return names is no sale. */
    NOT_A_SALE("not-a-sale"),
    /** The same source and id came before with other content. */
    ID_REUSED("id-reused"),
    /** A declaration that would change what amounts rest on. */
    DECLARATION_CONFLICT("declaration-conflict"),
    /** A closing of what another has closed. */
    CLOSED_ALREADY("closed-already"),
    /** The users of a pool are so many that no account can be named by them. */
    ACCOUNT_TOO_LONG("account-too-long");

    private final String code;

    RejectReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
