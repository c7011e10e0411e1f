package dev.triad.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.access.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tokens of a local stack; that the services take them, the stack's own test shows. */
class LocalIssuerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    @Test
    void aTokenIsSignedByTheKeyWhosePublicHalfTheServicesAreGiven() throws Exception {
        // When
        LocalIssuer issuer = LocalIssuer.in(folder);
        String token = issuer.token("ann", List.of(Role.READER), List.of("amazon"), Duration.ofHours(1));

        // Then
        String location = String.valueOf(issuer.settings().get("MP_JWT_VERIFY_PUBLICKEY_LOCATION"));
        assertThat(isSignedBy(publicKey(Path.of(URI.create(location))), token)).isTrue();
    }

    @Test
    void aTokenSaysWhoItIsForAndUntilWhen() throws IOException {
        long before = Instant.now().getEpochSecond();
        JsonNode claims = claims(LocalIssuer.in(folder)
                .token("ann", List.of(Role.OPERATOR), List.of("amazon", "ebay"), Duration.ofHours(2)));

        assertThat(claims.path("iss").asText()).isEqualTo("urn:triad:local");
        assertThat(claims.path("aud").asText()).isEqualTo("triad");
        assertThat(claims.path("sub").asText()).isEqualTo("ann");
        assertThat(claims.path("groups").toString()).isEqualTo("[\"operator\"]");
        assertThat(claims.path("urn:triad:groups").toString()).isEqualTo("[\"amazon\",\"ebay\"]");
        assertThat(claims.path("exp").asLong())
                .isBetween(before + 7_200, Instant.now().getEpochSecond() + 7_200);
    }

    @Test
    void theKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        // Given
        String first = keyOf(LocalIssuer.in(folder));

        // When
        String again = keyOf(LocalIssuer.in(folder));

        // Then
        assertThat(again).isEqualTo(first).contains("BEGIN PRIVATE KEY");
        assertThat(permissions("issuer.key")).isEqualTo("rw-------");
    }

    @Test
    void aServiceOfAnotherUserReadsThePublicHalf() throws IOException {
        LocalIssuer.in(folder);

        assertThat(permissions("issuer.pem")).isEqualTo("rw-r--r--");
    }

    @Test
    void aKeyWithoutItsPublicHalfIsMadeAnew() throws IOException {
        String first = keyOf(LocalIssuer.in(folder));
        Files.delete(folder.resolve("issuer.pem"));
        assertThat(keyOf(LocalIssuer.in(folder))).isNotEqualTo(first);
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    private String keyOf(LocalIssuer issuer) throws IOException {
        assertThat(issuer.settings()).containsEntry("TRIAD_ACCESS_ENABLED", "true");
        return Files.readString(folder.resolve("issuer.key"));
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static boolean isSignedBy(PublicKey key, String token) throws GeneralSecurityException {
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }

    private static PublicKey publicKey(Path pem) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }
}
