package dev.triad.ledger.audit;

import dev.triad.ledger.posting.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Postings by the names of their accounts, compared whatever their order. */
final class Postings {
    private Postings() {}

    static Map<String, Long> byAccount(List<Posting> postings) {
        Map<String, Long> byAccount = new TreeMap<>();
        postings.forEach(posting -> byAccount.merge(posting.account(), posting.amount(), Math::addExact));
        return byAccount;
    }

    /** One state less another; what comes to nothing is left out. */
    static List<Posting> difference(List<Posting> after, List<Posting> before) {
        Map<String, Long> difference = byAccount(after);
        before.forEach(posting -> difference.merge(posting.account(), -posting.amount(), Math::addExact));
        List<Posting> postings = new ArrayList<>();
        difference.forEach((account, amount) -> {
            if (amount != 0) {
                postings.add(new Posting(account, amount));
            }
        });
        return postings;
    }

    static boolean same(List<Posting> expected, List<Posting> found) {
        return expected.equals(found)
                || expected.size() == found.size() && byAccount(expected).equals(byAccount(found));
    }

    /** Those that are in one list only, for people: what is the same on both sides says nothing. */
    static String words(List<Posting> postings, List<Posting> others) {
        List<Posting> own = new ArrayList<>(postings);
        own.removeAll(others);
        if (own.isEmpty()) {
            return "no other postings";
        }
        StringBuilder words = new StringBuilder();
        own.forEach(posting -> words.append(words.isEmpty() ? "" : ", ")
                .append(posting.account())
                .append(' ')
                .append(posting.amount()));
        return words.toString();
    }
}
