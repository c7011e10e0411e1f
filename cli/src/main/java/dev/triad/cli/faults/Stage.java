package dev.triad.cli.faults;

import dev.triad.cli.stack.Component;
import dev.triad.cli.stack.DataDirectory;
import dev.triad.cli.stack.Kept;
import dev.triad.cli.stack.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A broker, a database and the ledgers, each a process of its own that is started again when it dies. Closing
 * it, at any time and from any thread, ends every one of them.
 */
final class Stage implements AutoCloseable {
    /** What is special about where the ledger stands. */
    enum Setting {
        PLAIN,
        /** The database lives on a small volume of its own. */
        SMALL_VOLUME,
        /** The ledger's clock can be set. */
        JUMPING_CLOCK
    }

    private final Path folder;
    private final Setting setting;
    private final Ports ports = Ports.free();
    private final SmallVolume volume;
    private final FakeClock clock;
    private final Database database;
    private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();
    private final List<Kept> ledgers = new CopyOnWriteArrayList<>();
    private @Nullable Kept kafka;
    private @Nullable Kept postgres;
    private volatile boolean closed;

    private Stage(Path folder, Setting setting) {
        this.folder = folder;
        this.setting = setting;
        this.volume = new SmallVolume(folder.resolve("volume"));
        this.clock = new FakeClock(folder.resolve("clock"));
        this.database = new Database(ports.of(Component.POSTGRES));
    }

    /** An empty stage; {@link #start} is due. */
    static Stage in(Path folder, Setting setting) {
        return new Stage(folder, setting);
    }

    /** Starts the broker, the database and one ledger, and returns when they are ready. */
    void start() throws IOException, InterruptedException, SQLException {
        DataDirectory data = new DataDirectory(folder);
        kafka = kept(Component.KAFKA, data, ports, Map.of());
        postgres = kept(Component.POSTGRES, data, ports, Map.of());
        if (setting == Setting.SMALL_VOLUME) {
            moveToVolume(data);
        }
        replicas(1);
    }

    Setting setting() {
        return setting;
    }

    Path folder() {
        return folder;
    }

    Kept broker() {
        return started(kafka);
    }

    Kept postgres() {
        return started(postgres);
    }

    Database database() {
        return database;
    }

    /** Where the database keeps its data. */
    Path postgresData() {
        return new DataDirectory(folder).postgres();
    }

    SmallVolume volume() {
        return volume;
    }

    FakeClock clock() {
        return clock;
    }

    /** The ledgers that run, the first one first. */
    List<Kept> ledgers() {
        return List.copyOf(ledgers);
    }

    String servers() {
        return "127.0.0.1:" + ports.of(Component.KAFKA);
    }

    static URI address(Kept ledger) {
        return URI.create("http://127.0.0.1:" + ledger.port());
    }

    /** Starts or stops ledgers until there are so many, and returns when they are ready. */
    void replicas(int count) throws IOException, InterruptedException {
        while (ledgers.size() > count) {
            removeLast().stop();
        }
        while (ledgers.size() < count) {
            addLedger();
        }
    }

    /** Starts one more ledger, with nothing told to it but its port and its log. */
    Kept addLedger() throws IOException, InterruptedException {
        int number = ledgers.size() + 1;
        Ports own =
                number == 1 ? ports : ports.with(Component.LEDGER, Ports.free().of(Component.LEDGER));
        Map<String, String> settings = setting == Setting.JUMPING_CLOCK ? clock.environment() : Map.of();
        Kept ledger = kept(
                Component.LEDGER,
                new DataDirectory(number == 1 ? folder : folder.resolve("ledger-" + number)),
                own,
                settings);
        ledgers.add(ledger);
        return ledger;
    }

    /** Takes the ledger that was added last off the list; the caller ends it. */
    Kept removeLast() {
        return ledgers.removeLast();
    }

    /** Has something closed together with the stage. */
    void alsoClose(AutoCloseable other) {
        opened.add(other);
        if (closed) {
            close();
        }
    }

    @Override
    public void close() {
        closed = true;
        List<AutoCloseable> all = new ArrayList<>(opened);
        for (AutoCloseable one : all.reversed()) {
            try {
                one.close();
            } catch (Exception e) {
                System.err.println("could not be closed: " + e);
            }
        }
        volume.close();
    }

    private Kept kept(Component component, DataDirectory data, Ports own, Map<String, String> settings)
            throws IOException, InterruptedException {
        Kept kept = Kept.of(component, data, own, settings);
        alsoClose(kept);
        kept.start();
        return kept;
    }

    private void moveToVolume(DataDirectory data) throws IOException, InterruptedException, SQLException {
        postgres().stop();
        volume.mountWith(data.postgres());
        postgres = kept(Component.POSTGRES, data, ports, Map.of());
        database.keepLogSmall();
    }

    private static Kept started(@Nullable Kept kept) {
        if (kept == null) {
            throw new IllegalStateException("the stage is not started");
        }
        return kept;
    }
}
