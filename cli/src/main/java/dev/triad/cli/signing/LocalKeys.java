package dev.triad.cli.signing;

import dev.triad.cli.CommandException;
import dev.triad.cli.OwnersFile;
import dev.triad.events.BrokerAccess;
import dev.triad.signature.NoteLogEnd;
import dev.triad.signature.Signer;
import dev.triad.signature.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys by which the services of a stack on this machine sign, and who its ledger believes: made once, and kept with the
 * stack's data, in files that only their owner reads. Once events are signed they stay so for as long as the data is kept:
 * what nobody signed in between would be believed today and by no later proof.
 */
public final class LocalKeys {
    private static final String IMPORT = "import";
    private static final String LEDGER = "ledger";

    /**
     * Who writes, and the sources of each. The units are those of the scenarios that come along; one who runs others adds
     * theirs. The ledger and an import write in the name of any unit.
     */
    static final Map<String, String> SOURCES = sources();

    /** Where Quarkus, and the proof, look for files of settings. */
    private static final String LOCATIONS = "QUARKUS_CONFIG_LOCATIONS";

    private final Path folder;

    private LocalKeys(Path folder) {
        this.folder = folder;
    }

    /** The keys in a folder; there are none until they are made. */
    public static LocalKeys in(Path folder) {
        return new LocalKeys(folder);
    }

    /** Makes them, unless they are there. */
    public void make() {
        if (Files.exists(producers())) {
            return;
        }
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            StringBuilder known = new StringBuilder();
            SecureRandom random = new SecureRandom();
            for (Map.Entry<String, String> producer : SOURCES.entrySet()) {
                String name = producer.getKey();
                byte[] secret = new byte[SigningKey.BYTES_MIN];
                random.nextBytes(secret);
                String key = Base64.getEncoder().encodeToString(secret);
                if (name.equals(IMPORT)) {
                    OwnersFile.write(importKey(), key + '\n');
                } else {
                    OwnersFile.write(
                            own(name), "triad.signing.producer=%s%ntriad.signing.key=%s%n".formatted(name, key));
                }
                known.append("triad.producers.%s.key=%s%n".formatted(name, key));
                known.append("triad.producers.%s.sources=%s%n".formatted(name, producer.getValue()));
            }
            // It comes last: with it there, all are.
            OwnersFile.write(producers(), known.toString());
        } catch (IOException e) {
            throw new CommandException("Keys to sign by cannot be kept in %s (%s).".formatted(folder, e));
        }
    }

    /** Has signing begin where the log ends, if it has not begun. Nobody writes yet. */
    public void begin(BrokerAccess broker) throws IOException, InterruptedException {
        var unused = NoteLogEnd.note(broker, begun());
    }

    /** Whether the stack's events are signed. */
    public boolean areInUse() {
        return Files.exists(begun()) && Files.exists(producers());
    }

    /**
     * Environment variables that have a service sign, and the ledger believe those alone that it knows.
     *
     * @param service its name, such as {@code store}
     */
    public Map<String, String> settings(String service) {
        Stream<Path> files = service.equals(LEDGER)
                ? Stream.concat(Stream.of(own(service)), proof().stream())
                : Stream.of(own(service), begun());
        String others = Objects.requireNonNullElse(System.getenv(LOCATIONS), "");
        return Map.of(LOCATIONS, (others.isBlank() ? "" : others + ',') + locations(files.toList()));
    }

    /** Files of settings with the producers, for a proof of the books. */
    public List<Path> proof() {
        return List.of(producers(), begun());
    }

    /** Such files as a setting names them, whatever is in their names. */
    public static String locations(List<Path> files) {
        return files.stream().map(file -> file.toUri().toString()).collect(Collectors.joining(","));
    }

    /** Who signs an import; empty where the stack's events are not signed. */
    public Optional<Signer> importer() {
        return areInUse() ? Optional.of(SigningEnvironment.signer(IMPORT, importKey())) : Optional.empty();
    }

    private Path own(String service) {
        return folder.resolve(service + ".properties");
    }

    private Path importKey() {
        return folder.resolve("import.key");
    }

    private Path producers() {
        return folder.resolve("producers.properties");
    }

    private Path begun() {
        return folder.resolve("required-from.properties");
    }

    private static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("store", "/*/store,/*/market,/*/search");
        sources.put("cloud", "/*/cloud,/*/backend");
        sources.put("device", "/*/device");
        sources.put(LEDGER, "/*/*");
        sources.put(IMPORT, "/*/*");
        return sources;
    }
}
