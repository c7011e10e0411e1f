package dev.triad.request;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a service that speaks TLS alone whether it is ready, from within its own container, where there is no other program
 * that could. Exit codes: 0 when it says so, 1 when it says no or nothing, 2 for wrong usage.
 */
public final class AskHealth {
    private static final int MILLIS_LONGEST = 4_000;
    private static final int HTTP_OK = 200;

    private AskHealth() {}

    /** @param arguments the address, {@code https://…}, and a file with the certificate of the authority to trust */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("AskHealth takes two arguments: https://HOST:PORT/PATH AUTHORITY-FILE");
            System.exit(2);
        }
        try {
            System.exit(isReady(URI.create(arguments[0]), arguments[1]) ? 0 : 1);
        } catch (IOException | GeneralSecurityException e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    /**
     * Whether a service answers with 200, and shows a certificate of the authority for the host's name.
     *
     * @throws IOException when it does not answer, or has no such certificate
     */
    public static boolean isReady(URI address, String authority) throws IOException, GeneralSecurityException {
        HttpsURLConnection connection = (HttpsURLConnection) address.toURL().openConnection();
        connection.setSSLSocketFactory(trusting(authority).getSocketFactory());
        connection.setConnectTimeout(MILLIS_LONGEST);
        connection.setReadTimeout(MILLIS_LONGEST);
        try {
            return connection.getResponseCode() == HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    /** TLS that trusts the one authority whose certificate a file holds, in PEM. */
    public static SSLContext trusting(String authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream file = new FileInputStream(authority)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        return tls;
    }
}
