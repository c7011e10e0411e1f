package dev.triad.ledger.book;

import dev.triad.ledger.journal.Sums;
import dev.triad.ledger.policy.WhatIf;
import dev.triad.ledger.posting.Posting;
import dev.triad.ledger.rate.RateBook;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some thousand entries of the actual book, and what another book makes of them, added up by account and hour. */
final class Portion {
    /** How many entries are in memory at once. */
    static final int ENTRIES_MAX = 20_000;

    /** What is done with each posting; hours are counted from 1970. */
    interface Taker {
        void take(String account, int hour, long amount);
    }

    private final List<ActualRow> rows = new ArrayList<>();

    /** Adds an entry; whether the portion is full now. */
    boolean add(ActualRow row) {
        rows.add(row);
        return rows.size() >= ENTRIES_MAX;
    }

    int size() {
        return rows.size();
    }

    /**
     * Adds what the book makes of the entries to its balances, and begins anew.
     *
     * @param reading sees the accounts that the entries move
     * @param writing in a transaction
     * @throws ArithmeticException when an amount does not fit a {@code long}
     */
    void post(Connection reading, Connection writing, OpenBook.Other book, WhatIf rules, RateBook rates)
            throws SQLException {
        Map<String, Integer> places = new HashMap<>();
        List<String> accounts = new ArrayList<>();
        Sums sums = new Sums();
        forEach(reading, rules, rates, (account, hour, amount) -> {
            int place = places.computeIfAbsent(account, name -> {
                accounts.add(name);
                return accounts.size() - 1;
            });
            sums.add(place, hour, amount);
        });
        BookBalances.add(writing, book.id(), accounts, sums);
    }

    /** Tells what a book makes of the entries, and begins anew; see {@link #post}. */
    void forEach(Connection reading, WhatIf rules, RateBook rates, Taker taker) throws SQLException {
        Map<Integer, String> names = names(reading);
        for (ActualRow row : rows) {
            for (Posting posting : rules.of(row.entry(names, rates))) {
                taker.take(posting.account(), row.hour(), posting.amount());
            }
        }
        rows.clear();
    }

    private Map<Integer, String> names(Connection reading) throws SQLException {
        Set<Integer> ids = new HashSet<>();
        for (ActualRow row : rows) {
            ids.addAll(List.of(row.accounts()));
        }
        Map<Integer, String> names = HashMap.newHashMap(ids.size());
        try (PreparedStatement select = reading.prepareStatement("select id, name from account where id = any(?)")) {
            select.setArray(1, reading.createArrayOf("int4", ids.toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    names.put(found.getInt(1), found.getString(2));
                }
            }
        }
        return names;
    }
}
