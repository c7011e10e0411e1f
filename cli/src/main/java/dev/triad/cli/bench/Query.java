package dev.triad.cli.bench;

import dev.triad.cli.CommandException;
import dev.triad.cli.imports.progress.ConsoleProgress;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.cli.kafka.EventSender;
import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.PrivateStack;
import dev.triad.cli.workload.Workload;
import dev.triad.events.CloudEvent;
import dev.triad.events.EventType;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** Measures how quick the ledger answers with many entries stored, idle and while it posts more. */
final class Query {
    private static final List<QueryKind> KINDS = List.of(QueryKind.values());
    private static final int IDLE_SLICES = 3;

    private final BenchOptions options;
    private final QueryOptions query;
    private final List<Map<QueryKind, QueryLoad.Taken>> idle = new ArrayList<>();
    private final List<Map<QueryKind, QueryLoad.Taken>> draining = new ArrayList<>();
    private final List<Double> drained = new ArrayList<>();

    Query(BenchOptions options, QueryOptions query) {
        this.options = options;
        this.query = query;
    }

    QueryReport measure(PrintStream out) throws InterruptedException {
        long records = query.stored() + options.rounds() * query.added();
        QueryReport report = BenchRun.with(options, records, out, stack -> measure(stack, new ConsoleProgress(out)));
        print(report, out);
        return report;
    }

    private QueryReport measure(PrivateStack stack, Progress progress)
            throws IOException, InterruptedException, SQLException {
        Backlog backlog = Backlog.start(stack, options.workload(query.stored()), progress);
        Backlog.spoil(stack);
        stack.discard(Component.POSTGRES);
        stack.start(Component.POSTGRES);
        try (Books books = Books.open(stack.port(Component.POSTGRES));
                LedgerApi api = new LedgerApi(stack.port(Component.LEDGER));
                EventSender sender = EventSender.fast(Backlog.servers(stack.port(Component.KAFKA)), "triad-bench")) {
            stack.start(Component.LEDGER);
            long records = backlog.expectation().records();
            try (Progress.Bar bar = progress.start("drain", "records", records)) {
                new IntakeWatch(books, records).await(bar::to);
            }
            Proof.require(backlog.expectation(), backlog.settings().group(), books, api);
            QueryLoad load = new QueryLoad(
                    api,
                    new QueryKind.Questions(backlog.settings(), backlog.sample()),
                    query.clients(),
                    options.seed());
            warmUp(load, progress);
            for (int round = 1; round <= options.rounds(); round++) {
                idle.add(ask(load, asked -> asked < IDLE_SLICES * KINDS.size()));
                Workload more = new Workload(options.workload(query.added(), round));
                records += askBeside(load, new Posting(more, sender, stack.port(Component.POSTGRES), records));
            }
            return new QueryReport(
                    backlog.expectation().events(),
                    books.entries(),
                    query.clients(),
                    answers(idle),
                    answers(draining),
                    Spread.of(drained));
        }
    }

    /** Asks each kind of question until Java has compiled what it does for it; nobody takes the time. */
    private void warmUp(QueryLoad load, Progress progress) throws InterruptedException {
        try (Progress.Bar bar = progress.start("warm-up", "kinds", KINDS.size())) {
            for (QueryKind kind : KINDS) {
                load.run(kind, Duration.ofSeconds(query.warmUpSeconds()), new QueryLoad.Taken());
                bar.to(kind.ordinal() + 1L);
            }
        }
    }

    /** Asks one kind of question after the other, for as long as there is a reason to. */
    private Map<QueryKind, QueryLoad.Taken> ask(QueryLoad load, IntPredicate askOn) throws InterruptedException {
        Map<QueryKind, QueryLoad.Taken> taken = new EnumMap<>(QueryKind.class);
        for (int asked = 0; askOn.test(asked); asked++) {
            QueryKind kind = KINDS.get(asked % KINDS.size());
            load.run(
                    kind,
                    Duration.ofMillis(query.sliceMillis()),
                    taken.computeIfAbsent(kind, _ -> new QueryLoad.Taken()));
        }
        return taken;
    }

    /** Asks while more is sent and posted; how many records that was. */
    private long askBeside(QueryLoad load, Posting posting) throws InterruptedException {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            Future<Long> posted = beside.submit(posting::post);
            draining.add(ask(load, asked -> asked < KINDS.size() || !posted.isDone()));
            long records = posted.get();
            drained.add(records / ((posting.endNanos - begin) / (double) TimeUnit.SECONDS.toNanos(1)));
            return records;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandException why) {
                throw why;
            }
            throw new CommandException("No more events could be posted: " + e.getCause());
        }
    }

    /** Sends more of the same trade, and sees to the end that it is posted. */
    private static final class Posting {
        private final Workload workload;
        private final EventSender sender;
        private final int database;
        private final long before;
        private volatile long endNanos;

        Posting(Workload workload, EventSender sender, int database, long before) {
            this.workload = workload;
            this.sender = sender;
            this.database = database;
            this.before = before;
        }

        long post() throws SQLException, InterruptedException {
            long sent = send();
            try (Books books = Books.open(database)) {
                IntakeWatch.Seen seen = new IntakeWatch(books, before + sent).await(_ -> {});
                endNanos = seen.settledNanos();
            }
            return sent;
        }

        /** The group and its rates are known already, and are not said again. */
        private long send() {
            long sent = 0;
            while (workload.hasNext()) {
                CloudEvent event = workload.next();
                if (event.type() != EventType.GROUP_DECLARED && event.type() != EventType.RATE_PUBLISHED) {
                    sender.send(event);
                    sent++;
                }
            }
            sender.flush();
            return sent;
        }
    }

    private static Map<String, QueryReport.Answers> answers(List<Map<QueryKind, QueryLoad.Taken>> rounds) {
        Map<String, QueryReport.Answers> answers = new LinkedHashMap<>();
        for (QueryKind kind : KINDS) {
            List<QueryLoad.Taken> taken = rounds.stream()
                    .map(round -> round.getOrDefault(kind, new QueryLoad.Taken()))
                    .toList();
            answers.put(
                    kind.words(),
                    new QueryReport.Answers(
                            Percentiles.of(
                                    taken.stream().map(QueryLoad.Taken::micros).toList()),
                            Spread.of(taken.stream()
                                    .map(QueryLoad.Taken::requestsPerSecond)
                                    .toList())));
        }
        return answers;
    }

    private static void print(QueryReport report, PrintStream out) {
        Table table = new Table()
                .title("Answers with %,d to %,d entries stored, %d clients at once"
                        .formatted(report.entriesBefore(), report.entriesAfter(), report.clients()))
                .head();
        report.idle().forEach((kind, answers) -> rows(table, kind + ", idle", answers));
        report.draining().forEach((kind, answers) -> rows(table, kind + ", draining", answers));
        table.row("posted beside the questions", "events/s", report.drainedPerSecond());
        table.print(out);
    }

    private static void rows(Table table, String what, QueryReport.Answers answers) {
        table.row(what + ": p50", "ms", answers.times().p50Millis())
                .row(what + ": p99", "ms", answers.times().p99Millis())
                .row(what + ": answers", "requests/s", answers.requestsPerSecond());
    }
}
