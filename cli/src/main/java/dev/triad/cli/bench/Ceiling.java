package dev.triad.cli.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.PGCopyInputStream;

/**
 * What the machine could do at best: the rows that the ledger made of the log, copied by two connections into a table
 * of the same columns without any index, in the same PostgreSQL with the same settings, each batch durable by itself.
 */
final class Ceiling {
    private static final int CONNECTIONS = 2;
    private static final int ROWS_A_BATCH = 5_000;
    /** Copied into a table of their own beforehand, so that neither side is cold. */
    private static final int BATCHES_TO_WARM_UP = 40;

    private final int port;
    private final Path folder;

    Ceiling(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    /** How long it takes to copy every entry. */
    Duration measure() throws SQLException, IOException, InterruptedException {
        RowFile rows = export();
        try {
            copy(
                    rows,
                    rows.chunks()
                            .subList(
                                    0,
                                    Math.min(BATCHES_TO_WARM_UP, rows.chunks().size())));
            return copy(rows, rows.chunks());
        } finally {
            Files.delete(rows.file());
        }
    }

    private RowFile export() throws SQLException, IOException {
        try (Connection connection = Books.connect(port);
                PGCopyInputStream out = new PGCopyInputStream(
                        connection.unwrap(PGConnection.class),
                        "copy (select * from entry) to stdout with (format binary)")) {
            return RowFile.write(out, folder.resolve("entries.copy"), ROWS_A_BATCH);
        }
    }

    private Duration copy(RowFile rows, List<RowFile.Chunk> chunks)
            throws SQLException, IOException, InterruptedException {
        try (Connection connection = Books.connect(port);
                Statement statement = connection.createStatement()) {
            statement.execute("create table ceiling as select * from entry with no data");
            statement.execute("checkpoint");
            try {
                return together(rows, chunks);
            } finally {
                statement.execute("drop table ceiling");
            }
        }
    }

    private Duration together(RowFile rows, List<RowFile.Chunk> chunks)
            throws SQLException, IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Connection> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
                FileChannel channel = rows.open()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(Books.connect(port));
            }
            long begin = System.nanoTime();
            List<Future<?>> copying = new ArrayList<>();
            for (Connection connection : connections) {
                CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
                copying.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < chunks.size(); i = next.getAndIncrement()) {
                        copy(manager, rows.read(channel, chunks.get(i)));
                    }
                    return null;
                }));
            }
            for (Future<?> future : copying) {
                await(future);
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** One batch in a transaction of its own: the connection commits each statement. */
    private static void copy(CopyManager manager, byte[] batch) throws SQLException {
        CopyIn in = manager.copyIn("copy ceiling from stdin with (format binary)");
        in.writeToCopy(batch, 0, batch.length);
        in.endCopy();
    }

    private static void await(Future<?> future) throws SQLException, IOException, InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException sql -> throw sql;
                case IOException io -> throw io;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
