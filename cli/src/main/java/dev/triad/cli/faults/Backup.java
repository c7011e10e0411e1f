package dev.triad.cli.faults;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/**
 * A backup of a running PostgreSQL by its low-level interface, which is what {@code pg_basebackup} does: the data folder is
 * copied while it changes, and the write-ahead log of that time makes the copy whole when it is started.
 *
 * @param folder the copy
 */
record Backup(Path folder) {
    private static final String WRITE_AHEAD_LOG = "pg_wal";

    /** What belongs to the running server and not to its data. */
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "pg_stat_tmp", "pg_subtrans", "pg_notify");

    /** What must be there although its content is not copied. */
    private static final Set<String> EMPTY = Set.of("pg_stat_tmp", "pg_subtrans", "pg_notify", WRITE_AHEAD_LOG);

    /**
     * Copies the data of a database that goes on working.
     *
     * @param target does not exist yet
     */
    static Backup take(Database database, Path data, Path target) throws IOException, SQLException {
        try (Connection session = database.connectPatiently();
                Statement statement = session.createStatement()) {
            statement.execute("select pg_backup_start('triad', fast => true)");
            copy(data, target, Set.of(WRITE_AHEAD_LOG));
            try (ResultSet stop =
                    statement.executeQuery("select labelfile from pg_backup_stop(wait_for_archive => false)")) {
                stop.next();
                Files.writeString(target.resolve("backup_label"), stop.getString(1));
            }
        }
        copy(data.resolve(WRITE_AHEAD_LOG), target.resolve(WRITE_AHEAD_LOG), Set.of());
        return new Backup(target);
    }

    /** Puts the copy in the place of a database that is down. */
    void restoreTo(Path data) throws IOException {
        FileUtils.deleteDirectory(data.toFile());
        copy(folder, data, Set.of());
    }

    void delete() throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
    }

    private static void copy(Path from, Path to, Set<String> without) throws IOException {
        Files.createDirectories(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = folder.getFileName().toString();
                boolean left = !folder.equals(from) && (LEFT_OUT.contains(name) || without.contains(name));
                if (!left || EMPTY.contains(name)) {
                    Files.createDirectories(
                            to.resolve(from.relativize(folder)),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                }
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    copyFile(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    /** A table that is dropped meanwhile, or a segment of the log that is not needed any more, is no loss. */
    private static void copyFile(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(copy);
        }
    }
}
