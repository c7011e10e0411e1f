package dev.triad.ledger.posting;

/** The rules that make entries. The number is stored and never reused. */
public enum Rule {
    SALE(1, "sale", "A sale: cash and revenue by line, cost of sales, and memo pairs for attribution and storefront."),
    RETURN(2, "return", "A return of a known sale: refund, cost and memo pairs reversed in proportion."),
    UNMATCHED_RETURN(3, "unmatched-return", "A return whose sale is not known: the refund alone."),
    EXTERNAL_USAGE(4, "external-usage", "Usage by a customer outside: receivable and external revenue."),
    INTERNAL_USAGE(
            5,
            "internal-usage",
            "Usage by a unit of the group at the transfer price, and the imputed subsidy as a memo pair."),
    COST(6, "cost", "A cost incurred in a pool, owed to vendors."),
    DECLARATION(7, "declaration", "A group was declared; nothing is posted."),
    RATE(8, "rate", "A rate was published; nothing is posted by itself."),
    REQUEST(9, "request", "An order was requested; the store's sale posts it."),
    REPRICING(10, "repricing", "The difference that a rate made which arrived after the usage it prices."),
    CLOSING(11, "closing", "A period was closed; nothing is posted.");

    private final int number;
    private final String code;
    private final String words;

    Rule(int number, String code, String words) {
        this.number = number;
        this.code = code;
        this.words = words;
    }

    public int number() {
        return number;
    }

    public String code() {
        return code;
    }

    /** What the rule does, for people. */
    public String words() {
        return words;
    }

    public static Rule byNumber(int number) {
        for (Rule rule : values()) {
            if (rule.number == number) {
                return rule;
            }
        }
        throw new IllegalArgumentException("no rule has the number " + number);
    }
}
