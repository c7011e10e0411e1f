package dev.triad.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's first process, known by the file that it keeps in its data folder. */
record Postmaster(ProcessId id) implements Running {
    private static final String PROGRAM = "postgres";

    /** The one that runs on this data folder, if one does. */
    static Optional<Postmaster> find(Path dataFolder) {
        return recordedPid(dataFolder)
                .flatMap(ProcessHandle::of)
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(ProcessId.of(process)))
                .filter(Running::isAlive);
    }

    /**
     * Removes the file that a killed PostgreSQL leaves behind. PostgreSQL would do so itself, unless
     * another program has got the same process id since.
     */
    static void forgetDead(Path dataFolder) {
        if (find(dataFolder).isEmpty()) {
            try {
                Files.deleteIfExists(file(dataFolder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Asks for a fast shutdown: it ends the connections and writes a checkpoint. */
    @Override
    public void askToStop() {
        Signal.INT.to(List.of(id.pid()));
    }

    @Override
    public String ending() {
        return "see its log";
    }

    private static Optional<Long> recordedPid(Path dataFolder) {
        try {
            List<String> lines = Files.readAllLines(file(dataFolder));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith(PROGRAM))
                .orElse(false);
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("postmaster.pid");
    }
}
