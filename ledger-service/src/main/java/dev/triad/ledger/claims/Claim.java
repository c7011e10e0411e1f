package dev.triad.ledger.claims;

import dev.triad.ledger.fraction.Fractions;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/** The sentences of the thesis, each with what is measured, and when it holds. */
enum Claim {
    FREE_INFRASTRUCTURE(
            "The store's infrastructure is essentially free.",
            "share of the store's stand-alone cost that it does not bear",
            "1 - charges / stand-alone cost at its own volume",
            Sign.AT_LEAST,
            "0.9",
            Set.of(Assumption.PROGRESS_RATIO, Assumption.CHARGES),
            StoreOnCloud::freeInfrastructure),
    CHEAPER_CLOUD(
            "The store gains a more robust, cheaper cloud because outside customers demand it.",
            "share of the store's stand-alone cost that others' volume saves",
            "scale benefit / stand-alone cost at its own volume; and head-room on the store's peak day:"
                    + " (greatest use by then - use of others) / its use",
            Sign.AT_LEAST,
            "0.1",
            ", and head-room above 1",
            Set.of(Assumption.PROGRESS_RATIO),
            StoreOnCloud::cheaperCloud),
    BACKEND_BY_TAKE_RATE(
            "The marketplace's backend is funded entirely by its percentage of transactions.",
            "backend cost over take-rate revenue: below 1, the take rate could fall to that part of itself",
            "backend cost / fees, and no customers outside pay for it",
            Sign.AT_MOST,
            "1",
            Set.of(Assumption.FEES),
            Backends::byTakeRate),
    NO_INTERNAL_STORE(
            "The cloud competes without an internal store to fund it.",
            "share of what the cloud is paid that outside customers pay",
            "outside customers' payments / all payments",
            Sign.AT_LEAST,
            "0.99",
            Set.of(Assumption.CHARGES),
            Backends::byCustomersOutside),
    FUNDED_BY_ADVERTISING(
            "The backend is funded indirectly, by search.",
            "share of the backend's cost that the advertising unit pays",
            "charges to the advertising unit / backend cost",
            Sign.AT_LEAST,
            "0.5",
            Set.of(Assumption.CHARGES),
            Backends::byAdvertising),
    DEVICES_PAY_BACK(
            "Own devices add ways of buying; their loss is made up by products and by skills.",
            "contributions over loss and cloud cost of own devices",
            "(attributed + digital contribution) / (loss - returned + cloud cost)",
            Sign.AT_LEAST,
            "1",
            Set.of(Assumption.ATTRIBUTION, Assumption.CLOUD_COST, Assumption.LOSS),
            Devices::own),
    THIRD_PARTY_DEVICES(
            "The voice on other makers' devices extends the storefront at no production cost.",
            "contributions over cloud cost of other makers' devices",
            "(attributed + digital contribution) / cloud cost",
            Sign.AT_LEAST,
            "1",
            Set.of(Assumption.ATTRIBUTION, Assumption.CLOUD_COST),
            Devices::thirdParty),
    TRIAD(
            "The triad supports each other.",
            "weakest link of the strongest cycle of funding through three units, over the group's external revenue",
            "max over cycles of min(funding along the cycle) / external revenue",
            Sign.ABOVE,
            "0",
            Set.of(Assumption.PROGRESS_RATIO, Assumption.REFERENCE_PRICE, Assumption.CHARGES),
            Funding::goesRound);

    /** How a value is compared. */
    enum Sign {
        AT_LEAST("at least"),
        AT_MOST("at most"),
        ABOVE("above");

        private final String words;

        Sign(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean holds(BigFraction value, BigFraction threshold) {
            int order = value.compareTo(threshold);
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
            };
        }
    }

    private final String sentence;
    private final String metric;
    private final String formula;
    private final Sign sign;
    private final BigFraction threshold;
    private final String besides;
    private final Set<Assumption> assumptions;
    private final Measure measure;

    Claim(
            String sentence,
            String metric,
            String formula,
            Sign sign,
            String threshold,
            Set<Assumption> assumptions,
            Measure measure) {
        this(sentence, metric, formula, sign, threshold, "", assumptions, measure);
    }

    /** @param besides what must be the case too, in words that go on from the threshold */
    Claim(
            String sentence,
            String metric,
            String formula,
            Sign sign,
            String threshold,
            String besides,
            Set<Assumption> assumptions,
            Measure measure) {
        this.sentence = sentence;
        this.metric = metric;
        this.formula = formula;
        this.sign = sign;
        this.threshold = Fractions.parse(threshold);
        this.besides = besides;
        this.assumptions = assumptions;
        this.measure = measure;
    }

    /** What the accounts say, under these assumptions. */
    Outcome measure(Evidence evidence, Assumptions given) {
        return measure.of(this, evidence, given);
    }

    int number() {
        return ordinal() + 1;
    }

    String sentence() {
        return sentence;
    }

    String metric() {
        return metric;
    }

    String formula() {
        return formula;
    }

    /** When it holds, in words. */
    String condition() {
        return limit() + besides;
    }

    private String limit() {
        return sign.words() + " " + Values.shown(threshold);
    }

    /** What the verdict may depend on. */
    Set<Assumption> assumptions() {
        return assumptions;
    }

    /** A value against the threshold. */
    Outcome.Measured measured(BigFraction value) {
        boolean holds = sign.holds(value, threshold);
        return Outcome.Measured.of(
                value, holds, "%s is %s%s.".formatted(Values.shown(value), holds ? "" : "not ", limit()));
    }
}
