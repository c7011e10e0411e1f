package dev.triad.ledger.search;

import dev.triad.ledger.problem.Problems;

/** Which way the history is read. */
enum SearchOrder {
    ASC("asc", ">"),
    DESC("desc", "<");

    private final String code;
    private final String beyond;

    SearchOrder(String code, String beyond) {
        this.code = code;
        this.beyond = beyond;
    }

    static SearchOrder parse(String code) {
        for (SearchOrder order : values()) {
            if (order.code.equals(code)) {
                return order;
            }
        }
        throw Problems.INVALID_PARAMETER.because("order must be asc or desc.");
    }

    SearchOrder reversed() {
        return this == ASC ? DESC : ASC;
    }

    String code() {
        return code;
    }

    /** How SQL compares what comes later in this order. */
    String beyond() {
        return beyond;
    }
}
