package dev.triad.cli.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.access.Caller;
import dev.triad.access.Role;
import dev.triad.cli.CommandException;
import dev.triad.cli.OwnersFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Makes tokens for a stack on this machine, by a key that its folder holds and that only its owner reads. It is for looking
 * and for tests: a company has an issuer of its own.
 */
public final class LocalIssuer {
    /** How its tokens say who made them. */
    static final String NAME = "urn:triad:local";

    static final String AUDIENCE = "triad";

    private static final int KEY_BITS = 3072;
    private static final String BEGIN = "-----BEGIN %s KEY-----\n";
    private static final String END = "\n-----END %s KEY-----\n";
    private static final String PRIVATE = "PRIVATE";
    private static final String PUBLIC = "PUBLIC";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Base64.Encoder PART = Base64.getUrlEncoder().withoutPadding();

    private final Path privateKey;
    private final Path publicKey;

    private LocalIssuer(Path folder) {
        this.privateKey = folder.resolve("issuer.key");
        this.publicKey = folder.resolve("issuer.pem");
    }

    /** The issuer whose key is in a folder; it is made when there is none. */
    public static LocalIssuer in(Path folder) {
        LocalIssuer issuer = new LocalIssuer(folder);
        try {
            if (!Files.exists(issuer.privateKey) || !Files.exists(issuer.publicKey)) {
                Files.createDirectories(folder);
                issuer.make();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new CommandException(
                    "The key for tokens cannot be kept in %s (%s).".formatted(folder, e.getMessage()));
        }
        return issuer;
    }

    /** Environment variables that have a service ask who asks, and trust this issuer. */
    public Map<String, String> settings() {
        return Map.of(
                "TRIAD_ACCESS_ENABLED",
                "true",
                "MP_JWT_VERIFY_ISSUER",
                NAME,
                "MP_JWT_VERIFY_AUDIENCES",
                AUDIENCE,
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                publicKey.toUri().toString());
    }

    /** A token that holds from now on for so long. */
    public String token(String name, Collection<Role> roles, Collection<String> groups, Duration validity) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", NAME);
        claims.put("aud", AUDIENCE);
        claims.put("sub", name);
        claims.put("groups", roles.stream().map(Role::code).toList());
        claims.put(Caller.GROUPS_CLAIM, groups);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(validity).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        try {
            return signed(part(Map.of("alg", "RS256", "typ", "JWT")) + '.' + part(claims));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new CommandException(
                    "The key for tokens in %s cannot be used (%s); delete it, and start the stack anew."
                            .formatted(privateKey, e.getMessage()));
        }
    }

    private String signed(String unsigned) throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key());
        signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        return unsigned + '.' + PART.encodeToString(signature.sign());
    }

    private PrivateKey key() throws IOException, GeneralSecurityException {
        String base64 = Files.readString(privateKey)
                .replace(BEGIN.formatted(PRIVATE), "")
                .replace(END.formatted(PRIVATE), "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }

    /** The public half comes last: with both there, both are whole. */
    private void make() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair pair = generator.generateKeyPair();
        OwnersFile.write(privateKey, pem(PRIVATE, pair.getPrivate().getEncoded()));
        OwnersFile.write(publicKey, pem(PUBLIC, pair.getPublic().getEncoded()));
        // A service may run as another user.
        Files.setPosixFilePermissions(publicKey, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String pem(String kind, byte[] key) {
        return BEGIN.formatted(kind)
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + END.formatted(kind);
    }

    private static String part(Map<String, Object> json) throws IOException {
        return PART.encodeToString(MAPPER.writeValueAsBytes(json));
    }
}
