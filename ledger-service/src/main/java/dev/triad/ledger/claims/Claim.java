package dev.triad.ledger.claims;

import static dev.triad.events.CostIncurred.EXTERNAL;

import dev.triad.events.LineKind;
import dev.triad.ledger.cohort.CohortResult;
import dev.triad.ledger.provision.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            Set.of(Assumption.PROGRESS_RATIO, Assumption.CHARGES)) {
        @Override
        Outcome measure(Evidence evidence, Assumptions assumptions) {
            return onSharedCloud(evidence, (cloud, store) -> {
                BigFraction alone = cloud.standAlone(store, assumptions.scale());
                BigFraction paid = cloud.revenue(store).multiply(assumptions.factor(Assumption.CHARGES));
                if (alone.signum() <= 0) {
                    return new Outcome.Undecided("Nothing is known to be spent for %s.".formatted(store));
                }
                return measured(BigFraction.ONE.subtract(paid.divide(alone)))
                        .figure("charges", paid)
                        .figure("standAloneCost", alone)
                        .figure(
                                "outsideContributionAboveIncrementalCost",
                                cloud.revenue(EXTERNAL).subtract(cloud.incremental(EXTERNAL)));
            });
        }
    },
    CHEAPER_CLOUD(
            "The store gains a more robust, cheaper cloud because outside customers demand it.",
            "share of the store's stand-alone cost that others' volume saves",
            "1 - its part of the shared cost by volume / stand-alone cost at its own volume",
            Sign.AT_LEAST,
            "0.1",
            Set.of(Assumption.PROGRESS_RATIO)) {
        @Override
        Outcome measure(Evidence evidence, Assumptions assumptions) {
            return onSharedCloud(evidence, (cloud, store) -> {
                BigFraction alone = cloud.standAlone(store, assumptions.scale());
                BigFraction saved = cloud.scaleBenefits(assumptions.scale()).getOrDefault(store, BigFraction.ZERO);
                if (alone.signum() <= 0) {
                    return new Outcome.Undecided(
                            "How much %s uses of what the cloud costs is not known: no variable cost is booked to it."
                                    .formatted(store));
                }
                return measured(saved.divide(alone))
                        .figure("standAloneCost", alone)
                        .figure("scaleBenefit", saved)
                        .figure(
                                "sharedCapacityCostBeyondTheStores",
                                cloud.cost().subtract(alone));
            });
        }
    },
    BACKEND_BY_TAKE_RATE(
            "The marketplace's backend is funded entirely by its percentage of transactions.",
            "backend cost over take-rate revenue: below 1, the take rate could fall to that part of itself",
            "backend cost / fees",
            Sign.AT_MOST,
            "1",
            Set.of()) {
        @Override
        Outcome measure(Evidence evidence, Assumptions assumptions) {
            Optional<String> market = evidence.mostOf(LineKind.FEE);
            if (market.isEmpty()) {
                return new Outcome.NotApplicable("No unit earns a percentage of transactions.");
            }
            Optional<Provision> backend = evidence.providerOf(market.get());
            if (backend.isEmpty()) {
                return new Outcome.NotApplicable("No unit provides a backend to %s.".formatted(market.get()));
            }
            BigFraction fees = new BigFraction(evidence.revenue(market.get(), LineKind.FEE));
            BigFraction outside = backend.get().revenue(EXTERNAL);
            Outcome.Measured measured = measured(backend.get().cost().divide(fees))
                    .about("marketplace", market.get())
                    .about("backend", backend.get().provider())
                    .figure("fees", fees)
                    .figure("backendCost", backend.get().cost())
                    .figure("outsideRevenue", outside)
                    .from(accounts(evidence, backend.get(), market.get()));
            return outside.signum() == 0
                    ? measured
                    : new Outcome.Measured(
                            measured.value(),
                            Outcome.Verdict.FAILS,
                            "Customers outside pay for the backend, too.",
                            measured.units(),
                            measured.figures(),
                            measured.accounts());
        }
    },
    NO_INTERNAL_STORE(
            "The cloud competes without an internal store to fund it.",
            "share of what the cloud is paid that outside customers pay",
            "outside customers' payments / all payments",
            Sign.AT_LEAST,
            "0.99",
            Set.of(Assumption.CHARGES)) {
        @Override
        Outcome measure(Evidence evidence, Assumptions assumptions) {
            Optional<Provision> cloud = evidence.cloud();
            if (cloud.isEmpty()) {
                return new Outcome.NotApplicable("No unit provides anything to customers outside.");
            }
            BigFraction outside = cloud.get().revenue(EXTERNAL);
            BigFraction inside = BigFraction.ZERO;
            for (String player : cloud.get().players()) {
                if (!player.equals(EXTERNAL)) {
                    inside = inside.add(cloud.get().revenue(player));
                }
            }
            inside = inside.multiply(assumptions.factor(Assumption.CHARGES));
            return measured(outside.divide(outside.add(inside)))
                    .about("cloud", cloud.get().provider())
                    .figure("outsidePayments", outside)
                    .figure("unitsPayments", inside)
                    .from(accounts(evidence, cloud.get(), ""));
        }
    },
    FUNDED_BY_ADVERTISING(
            "The backend is funded indirectly, by search.",
            "share of the backend's cost that the advertising unit pays",
            "charges to the advertising unit / backend cost",
            Sign.AT_LEAST,
            "0.5",
            Set.of(Assumption.CHARGES)) {
        @Override
        Outcome measure(Evidence evidence, Assumptions assumptions) {
            Optional<String> search = evidence.mostOf(LineKind.ADVERTISING)
                    .filter(unit -> evidence.revenue(unit, LineKind.ADVERTISING)
                                    .shiftLeft(1)
                                    .compareTo(evidence.externalRevenue(unit))
                            > 0);
            if (search.isEmpty()) {
                return new Outcome.NotApplicable("No unit lives on advertising.");
            }
            Optional<Provision> backend = evidence.providerOf(search.get());
            if (backend.isEmpty() || backend.get().cost().signum() <= 0) {
                return new Outcome.NotApplicable("No unit provides a backend to %s.".formatted(search.get()));
            }
            BigFraction paid = backend.get().revenue(search.get()).multiply(assumptions.factor(Assumption.CHARGES));
            return measured(paid.divide(backend.get().cost()))
                    .about("search", search.get())
                    .about("backend", backend.get().provider())
                    .figure("charges", paid)
                    .figure("backendCost", backend.get().cost())
                    .figure("advertisingRevenue", new BigFraction(evidence.externalRevenue(search.get())))
                    .from(accounts(evidence, backend.get(), search.get()));
        }
    },
    DEVICES_PAY_BACK(
            "Own devices add ways of buying; their loss is made up by products and by skills.",
            "contributions over loss and cloud cost of own devices",
            "(attributed + digital contribution) / (loss - returned + cloud cost)",
            Sign.AT_LEAST,
            "1",
            Set.of(Assumption.ATTRIBUTION)) {
        @Override
        Outcome measure(Evidence evidence, Assumptions assumptions) {
            CohortResult own = evidence.cohorts(true);
            if (!own.sold()) {
                return new Outcome.NotApplicable("No unit sells devices.");
            }
            Outcome.Measured measured = cohorts(evidence, own, assumptions);
            CohortResult.PaybackTime payback = own.payback();
            return measured.verdict() == Outcome.Verdict.FAILS
                            && assumptions.value(Assumption.ATTRIBUTION).compareTo(Assumption.ATTRIBUTION.usual()) == 0
                            && payback.payback() == CohortResult.Payback.PROJECTED
                    ? measured.undecided("Not yet: at the present rate, after %d weeks.".formatted(payback.weeks()))
                    : measured;
        }
    },
    THIRD_PARTY_DEVICES(
            "The voice on other makers' devices extends the storefront at no production cost.",
            "contributions over cloud cost of other makers' devices",
            "(attributed + digital contribution) / cloud cost",
            Sign.AT_LEAST,
            "1",
            Set.of(Assumption.ATTRIBUTION)) {
        @Override
        Outcome measure(Evidence evidence, Assumptions assumptions) {
            CohortResult others = evidence.cohorts(false);
            if (others.cloudCost().signum() <= 0) {
                return new Outcome.NotApplicable("No other makers' devices use the group's cloud.");
            }
            CohortResult own = evidence.cohorts(true);
            return cohorts(evidence, others, assumptions)
                    .figure("ownDevicesNetBurden", new BigFraction(own.netBurden()));
        }
    },
    TRIAD(
            "The triad supports each other.",
            "weakest link of the strongest cycle of funding through three units, over the group's external revenue",
            "max over cycles of min(funding along the cycle) / external revenue",
            Sign.ABOVE,
            "0",
            Set.of(Assumption.PROGRESS_RATIO, Assumption.REFERENCE_PRICE, Assumption.CHARGES)) {
        @Override
        Outcome measure(Evidence evidence, Assumptions assumptions) {
            if (evidence.units().size() < 3) {
                return new Outcome.NotApplicable("The group has no three units.");
            }
            BigFraction revenue = evidence.externalRevenue();
            if (revenue.signum() <= 0) {
                return new Outcome.Undecided("Nothing has been sold outside.");
            }
            Funding funding = Funding.of(evidence, assumptions);
            Funding.Cycle cycle = funding.strongestCycle(evidence.units());
            return measured(cycle.weakestLink().divide(revenue))
                    .about("cycle", cycle.units().isEmpty() ? "none" : String.join(" > ", cycle.units()))
                    .figure("weakestLink", cycle.weakestLink())
                    .from(funding.accounts());
        }
    };

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

    private interface OnSharedCloud {
        Outcome measure(Provision cloud, String store);
    }

    private final String sentence;
    private final String metric;
    private final String formula;
    private final Sign sign;
    private final BigFraction threshold;
    private final Set<Assumption> assumptions;

    Claim(String sentence, String metric, String formula, Sign sign, String threshold, Set<Assumption> assumptions) {
        this.sentence = sentence;
        this.metric = metric;
        this.formula = formula;
        this.sign = sign;
        this.threshold = dev.triad.ledger.fraction.Fractions.parse(threshold);
        this.assumptions = assumptions;
    }

    /** What the accounts say, under these assumptions. */
    abstract Outcome measure(Evidence evidence, Assumptions assumptions);

    String sentence() {
        return sentence;
    }

    String metric() {
        return metric;
    }

    String formula() {
        return formula;
    }

    Sign sign() {
        return sign;
    }

    BigFraction threshold() {
        return threshold;
    }

    /** What the verdict may depend on. */
    Set<Assumption> assumptions() {
        return assumptions;
    }

    Outcome.Measured measured(BigFraction value) {
        boolean holds = sign.holds(value, threshold);
        return Outcome.Measured.of(
                value,
                holds,
                "%s is %s %s."
                        .formatted(
                                Values.shown(value),
                                holds ? sign.words() : "not " + sign.words(),
                                Values.shown(threshold)));
    }

    /** Of a cloud that customers outside and a store of the group use. */
    private static Outcome onSharedCloud(Evidence evidence, OnSharedCloud claim) {
        Optional<Provision> cloud = evidence.cloud();
        if (cloud.isEmpty()) {
            return new Outcome.NotApplicable("No unit provides anything to customers outside.");
        }
        Optional<String> store = evidence.storeOf(cloud.get());
        if (store.isEmpty()) {
            return new Outcome.NotApplicable("No unit that sells uses what %s provides to customers outside."
                    .formatted(cloud.get().provider()));
        }
        return claim.measure(cloud.get(), store.get()) instanceof Outcome.Measured measured
                ? measured.about("cloud", cloud.get().provider())
                        .about("store", store.get())
                        .from(accounts(evidence, cloud.get(), store.get()))
                : claim.measure(cloud.get(), store.get());
    }

    private static List<String> accounts(Evidence evidence, Provision provision, String unit) {
        List<String> accounts = new ArrayList<>(provision.costs().keySet());
        provision.paid().forEach((player, paid) -> {
            if (unit.isEmpty() || player.equals(unit) || player.equals(EXTERNAL)) {
                accounts.addAll(paid.keySet());
            }
        });
        if (!unit.isEmpty()) {
            accounts.addAll(evidence.accounts(unit + ":", ":revenue:external:"));
        }
        return accounts;
    }

    Outcome.Measured cohorts(Evidence evidence, CohortResult cohorts, Assumptions assumptions) {
        BigFraction attributed =
                new BigFraction(cohorts.attributed()).multiply(assumptions.factor(Assumption.ATTRIBUTION));
        BigFraction burden = new BigFraction(cohorts.netLoss().add(cohorts.cloudCost()));
        BigFraction digital = new BigFraction(cohorts.digital());
        Outcome.Measured measured = burden.signum() <= 0
                ? Outcome.Measured.of(BigFraction.ONE, true, "There is no burden left.")
                : measured(attributed.add(digital).divide(burden));
        List<String> accounts = new ArrayList<>(evidence.accounts("", ":imputed-subsidy:storefront:received:"));
        accounts.addAll(evidence.accounts("", ":attributed-contribution:received:"));
        return measured.figure("loss", new BigFraction(cohorts.loss()))
                .figure("returned", new BigFraction(cohorts.returned()))
                .figure("hardwareMargin", new BigFraction(cohorts.hardwareMargin()))
                .figure("cloudCost", new BigFraction(cohorts.cloudCost()))
                .figure("attributedContribution", attributed)
                .figure("digitalContribution", digital)
                .figure("netBurden", burden.subtract(attributed).subtract(digital))
                .from(accounts);
    }
}
