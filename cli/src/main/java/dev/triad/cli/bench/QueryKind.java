package dev.triad.cli.bench;

import dev.triad.cli.workload.WorkloadSettings;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** A question that people and programs ask of a ledger. */
enum QueryKind {
    BALANCE("balance") {
        @Override
        String path(Questions questions, RandomGenerator random) {
            return questions.account(random);
        }
    },
    STATEMENT("statement page") {
        @Override
        String path(Questions questions, RandomGenerator random) {
            return questions.account(random) + "/statement?limit=100&from=" + questions.time(random);
        }
    },
    SUBSIDIES("subsidy matrix") {
        @Override
        String path(Questions questions, RandomGenerator random) {
            return "/groups/" + questions.settings().group() + "/subsidies";
        }
    },
    BALANCE_AS_OF("balance as of a time") {
        @Override
        String path(Questions questions, RandomGenerator random) {
            return questions.account(random) + "?asOf=" + questions.time(random);
        }
    },
    LINEAGE("event lineage") {
        @Override
        String path(Questions questions, RandomGenerator random) {
            List<String> events = questions.events();
            return "/events" + events.get(random.nextInt(events.size()));
        }
    };

    private final String words;

    QueryKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** One such question, as the path of a request. */
    abstract String path(Questions questions, RandomGenerator random);

    /**
     * What can be asked about.
     *
     * @param events events on the books, each as source and id
     */
    record Questions(WorkloadSettings settings, List<String> events) {
        /** The accounts that are moved all the time. */
        private static final List<String> ACCOUNTS = List.of(
                "store:assets:cash",
                "store:assets:inventory",
                "store:revenue:external:goods",
                "store:expenses:cost-of-sales:goods",
                "store:liabilities:intersegment:cloud",
                "device:liabilities:intersegment:cloud",
                "cloud:assets:intersegment:store",
                "cloud:assets:intersegment:device",
                "cloud:revenue:external:compute",
                "cloud:liabilities:vendors");

        /** The part of the time at the beginning that is not asked about: accounts need to be there. */
        private static final int UNASKED_PART = 4;

        String account(RandomGenerator random) {
            return "/groups/" + settings.group() + "/accounts/" + ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        }

        Instant time(RandomGenerator random) {
            long millis = settings.span().toMillis();
            return settings.from().plusMillis(random.nextLong(millis / UNASKED_PART, millis));
        }
    }
}
