package dev.triad.cli.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/** Starts PostgreSQL from its Maven artifact, as durable as in production: its library would not. */
final class DatabaseStarter implements Starter {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "1GB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("autovacuum_naptime", "5s"),
            Map.entry("jit", "off"),
            Map.entry("log_line_prefix", "'%m '"));

    private final DataDirectory data;
    private final int port;
    private final Path programs;
    private @Nullable EmbeddedPostgres earlier;

    /** @param programs the folder to keep the unpacked programs in, from one start to the next */
    DatabaseStarter(DataDirectory data, int port, Path programs) {
        this.data = data;
        this.port = port;
        this.programs = programs;
        System.setProperty("ot.epg.working-dir", programs.toString());
    }

    @Override
    public void start(Consumer<Running> launched) throws IOException, InterruptedException {
        letGoOfEarlier();
        discardHalfMade();
        Postmaster.forgetDead(data.postgres());
        forgetFailed();
        try {
            launch();
        } catch (StartException e) {
            reportLate(launched);
            throw e;
        }
        launched.accept(Postmaster.find(data.postgres()).orElseThrow(() -> failure("ended at once")));
        Files.writeString(data.postgresMark(), "");
    }

    private void launch() throws InterruptedException {
        Path log = data.log(Component.POSTGRES);
        Thread watch = StartWatch.begin(log);
        try {
            earlier = builder(log).start();
        } catch (IOException | RuntimeException e) {
            throw failure("did not start (" + e + ")");
        } catch (ExceptionInInitializerError e) {
            throw failure("could not be unpacked to " + programs + " (" + e.getCause() + ")");
        } finally {
            watch.interrupt();
        }
        if (Thread.interrupted()) {
            throw failure("did not start");
        }
    }

    /** A start that was broken off may still bring up a process, which must not be left behind. */
    private void reportLate(Consumer<Running> launched) throws InterruptedException {
        if (Waiting.until(LATE, () -> Postmaster.find(data.postgres()).isPresent())) {
            Postmaster.find(data.postgres()).ifPresent(launched);
        }
    }

    private StartException failure(String why) {
        return new StartException(Component.POSTGRES, why, data.log(Component.POSTGRES));
    }

    private EmbeddedPostgres.Builder builder(Path log) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.postgres())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setPGStartupWait(LONGEST)
                .setOutputRedirector(Redirect.appendTo(log.toFile()));
        SETTINGS.forEach(builder::setServerConfig);
        return builder;
    }

    /** The library locks the data folder for as long as it thinks that its PostgreSQL runs. */
    private void letGoOfEarlier() throws IOException {
        if (earlier != null) {
            earlier.close();
            earlier = null;
        }
    }

    /** A start that failed leaves the library's lock taken, and with it every later start would fail. */
    private void forgetFailed() throws IOException {
        Files.deleteIfExists(data.postgres().resolve("epg-lock"));
    }

    /** What an interrupted first start leaves can neither be used nor be made again in place. */
    private void discardHalfMade() throws IOException {
        discardHalfUnpacked();
        if (!Files.exists(data.postgresMark())) {
            FileUtils.deleteDirectory(data.postgres().toFile());
        }
    }

    private void discardHalfUnpacked() throws IOException {
        Files.createDirectories(programs);
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(programs)) {
            for (Path version : versions) {
                if (!Files.exists(version.resolve(".exists"))) {
                    FileUtils.deleteDirectory(version.toFile());
                }
            }
        }
    }
}
