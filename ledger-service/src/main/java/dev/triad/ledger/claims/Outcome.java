package dev.triad.ledger.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/** What came of measuring a claim. */
sealed interface Outcome {
    /** In one word. */
    Verdict verdict();

    /** In a sentence. */
    String why();

    /** The verdicts there are. */
    enum Verdict {
        HOLDS("holds"),
        FAILS("fails"),
        NOT_APPLICABLE("not-applicable"),
        UNDECIDED("undecided");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * A number against a threshold.
     *
     * @param value the claim's metric
     * @param verdict holds, fails, or undecided where the number does not yet tell
     * @param units whom it is about, by their part in the claim
     * @param figures what else belongs to the picture
     * @param accounts what it was read from
     */
    record Measured(
            BigFraction value,
            Verdict verdict,
            String why,
            SortedMap<String, String> units,
            SortedMap<String, Figure> figures,
            List<String> accounts)
            implements Outcome {
        public Measured {
            accounts = accounts.stream().distinct().sorted().toList();
        }

        static Measured of(BigFraction value, boolean holds, String why) {
            return new Measured(
                    value, holds ? Verdict.HOLDS : Verdict.FAILS, why, new TreeMap<>(), new TreeMap<>(), List.of());
        }

        Measured about(String part, String unit) {
            SortedMap<String, String> more = new TreeMap<>(units);
            more.put(part, unit);
            return new Measured(value, verdict, why, more, figures, accounts);
        }

        /** @param amount in the group's smallest unit */
        Measured figure(String name, BigFraction amount) {
            return figure(name, new Figure.Amount(amount));
        }

        Measured figure(String name, Figure figure) {
            SortedMap<String, Figure> more = new TreeMap<>(figures);
            more.put(name, figure);
            return new Measured(value, verdict, why, units, more, accounts);
        }

        /** With more accounts that it was read from. */
        Measured from(List<String> names) {
            List<String> more = new ArrayList<>(accounts);
            more.addAll(names);
            return new Measured(value, verdict, why, units, figures, more);
        }

        /** The same for one reason more. */
        Measured also(String reason) {
            return new Measured(value, verdict, why + " " + reason, units, figures, accounts);
        }

        Measured undecided(String reason) {
            return new Measured(value, Verdict.UNDECIDED, reason, units, figures, accounts);
        }

        Measured failing(String reason) {
            return new Measured(value, Verdict.FAILS, reason, units, figures, accounts);
        }
    }

    /** The group does not have what the claim is about. */
    record NotApplicable(String why) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.NOT_APPLICABLE;
        }
    }

    /** The accounts do not tell. */
    record Undecided(String why) implements Outcome {
        @Override
        public Verdict verdict() {
            return Verdict.UNDECIDED;
        }
    }
}
