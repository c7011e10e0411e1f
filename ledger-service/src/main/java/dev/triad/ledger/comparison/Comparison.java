package dev.triad.ledger.comparison;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What each of some books comes to, subject by subject, beside the first of them. */
record Comparison(List<Row> rows) {
    Comparison {
        rows = List.copyOf(rows);
    }

    /** A subject, with a value for each book in their order. */
    record Row(Subject subject, List<Value> values) {
        Row {
            values = List.copyOf(values);
        }
    }

    /** What a book comes to, and by how much that is more than the first book does. */
    record Value(BigInteger amount, BigInteger difference) {}

    /** @param books what each of them comes to; a subject that one has not comes to nothing in it */
    static Comparison of(List<Map<Subject, BigInteger>> books) {
        Set<Subject> subjects = new TreeSet<>();
        books.forEach(book -> subjects.addAll(book.keySet()));
        List<Row> rows = new ArrayList<>();
        for (Subject subject : subjects) {
            BigInteger first = books.getFirst().getOrDefault(subject, BigInteger.ZERO);
            rows.add(new Row(
                    subject,
                    books.stream()
                            .map(book -> book.getOrDefault(subject, BigInteger.ZERO))
                            .map(amount -> new Value(amount, amount.subtract(first)))
                            .toList()));
        }
        return new Comparison(rows);
    }
}
