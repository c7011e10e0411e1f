package dev.triad.cli.imports.delivery;

import dev.triad.cli.imports.format.KnownGroup;
import dev.triad.cli.imports.progress.Progress;
import dev.triad.events.BrokerAccess;
import dev.triad.events.CloudEvent;
import dev.triad.signature.Signer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Sends to Kafka what the ledger does not know. The ledger is asked in batches, of which a few are on their way
 * at a time; what follows waits, so that memory stays bounded and the order of the file is kept.
 */
public final class KafkaDelivery implements Delivery {
    private static final int ASKED_AHEAD_MAX = 4;

    private final EventLog log;
    private final Ledger ledger;
    private final PatientLedger patientLedger;
    private final Settlement settlement;
    private final Duration patience;
    private final boolean compare;
    private final Progress progress;

    private final Deque<Asked> asked = new ArrayDeque<>();
    private List<CloudEvent> batch = new ArrayList<>(Ledger.LOOKUP_MAX);
    private final List<CloudEvent> restated = new ArrayList<>();
    private long events;
    private long known;
    private long sent;
    private long unasked;

    private KafkaDelivery(EventLog log, Ledger ledger, Duration patience, boolean compare, Progress progress) {
        this.log = log;
        this.ledger = ledger;
        this.patientLedger = new PatientLedger(ledger);
        this.settlement = new Settlement(ledger);
        this.patience = patience;
        this.compare = compare;
        this.progress = progress;
    }

    /**
     * Connects to a broker; the ledger need not answer yet.
     *
     * @param broker where the broker is, and how one comes in
     * @param signer who signs what is sent
     * @param ledger the ledger, which is closed with the delivery
     * @param patience how long the ledger may come no further at the end; zero to not wait for it
     * @param compare whether what the ledger knows is compared with it, one by one: for few events, under ids that do
     *     not tell when they come to say something else
     * @throws DeliveryException when no broker answers or Triad's topics are not there
     */
    public static KafkaDelivery connect(
            BrokerAccess broker, Signer signer, Ledger ledger, Duration patience, boolean compare, Progress progress) {
        return new KafkaDelivery(EventLog.connect(broker, signer), ledger, patience, compare, progress);
    }

    @Override
    public Optional<KnownGroup> group(String name) {
        return patientLedger.group(name);
    }

    @Override
    public void accept(CloudEvent event) {
        events++;
        batch.add(event);
        if (batch.size() == Ledger.LOOKUP_MAX) {
            ask();
        }
    }

    @Override
    public Delivered finish() {
        ask();
        while (!asked.isEmpty()) {
            sendOldest();
        }
        log.flush();
        boolean wait = patience.isPositive();
        if (wait) {
            settlement.await(patience, progress);
        }
        return new Delivered(
                events,
                known,
                sent,
                unasked,
                settlement.count(EventState.POSTED),
                settlement.count(EventState.WAITING),
                settlement.count(EventState.QUARANTINED),
                settlement.unknown(),
                wait,
                restated);
    }

    @Override
    public void close() {
        try (log;
                ledger) {
            asked.clear();
        }
    }

    private void ask() {
        if (batch.isEmpty()) {
            return;
        }
        asked.add(new Asked(batch, patientLedger.lookup(batch)));
        batch = new ArrayList<>(Ledger.LOOKUP_MAX);
        if (asked.size() > ASKED_AHEAD_MAX) {
            sendOldest();
        }
    }

    private void sendOldest() {
        Asked oldest = asked.remove();
        Optional<Map<UUID, EventState>> answer = oldest.answer().join();
        Map<UUID, EventState> states = answer.orElse(Map.of());
        for (CloudEvent event : oldest.events()) {
            EventState state = states.get(event.id());
            if (state != null) {
                known++;
                settlement.known(event.source(), event.id(), state);
                if (compare) {
                    sendRestated(event);
                }
            } else if (settlement.sent(event.source(), event.id())) {
                log.send(event);
                sent++;
                unasked += answer.isEmpty() ? 1 : 0;
            } else {
                // The file says it twice. The ledger decides whether that is the same event or a conflict.
                log.send(event);
            }
        }
    }

    /**
     * Sends a known event again unless it says the same: the ledger keeps what it has, and sets aside what differs.
     * Without an answer it is sent too, since what is the same changes nothing.
     */
    private void sendRestated(CloudEvent event) {
        Optional<Boolean> same = patientLedger.saysTheSame(event);
        if (same.orElse(false)) {
            return;
        }
        log.send(event);
        if (same.isEmpty()) {
            unasked++;
        } else {
            restated.add(event);
        }
    }

    private record Asked(List<CloudEvent> events, CompletableFuture<Optional<Map<UUID, EventState>>> answer) {}
}
