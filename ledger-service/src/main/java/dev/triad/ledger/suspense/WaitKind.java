package dev.triad.ledger.suspense;

/** The kinds of counterpart that an event can wait for, each with the query that finds it. */
enum WaitKind {
    GROUP("group", true, "select 1 from consolidation_group g where g.name = s.group_name"),
    UNIT("unit", true, """
            select 1 from unit u join consolidation_group g on g.id = u.group_id
            where g.name = s.group_name and u.name = s.wanted"""),
    RATE("rate", false, """
            select 1 from rate r join consolidation_group g on g.id = r.group_id
            where g.name = s.group_name and r.provider || '/' || r.resource = s.wanted
              and r.effective_from <= s.event_time"""),
    SALE("sale", false, """
            select 1 from entry e join source o on o.id = e.source_id
            where e.event_id = s.wanted_sale and o.name = s.wanted and e.revision = 0""");

    private final String code;
    private final boolean changesReference;
    private final String arrived;

    WaitKind(String code, boolean changesReference, String arrived) {
        this.code = code;
        this.changesReference = changesReference;
        this.arrived = arrived;
    }

    String code() {
        return code;
    }

    /** Whether what waits for it may itself be a declaration or a rate. */
    boolean changesReference() {
        return changesReference;
    }

    String arrived() {
        return arrived;
    }
}
