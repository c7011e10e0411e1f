package dev.triad.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

/**
 * What would have a service connect to an address. It speaks to the broker, the database and the issuer of its settings, by
 * its libraries; where nothing else connects, no request, event or name can have it ask an address of theirs.
 */
public final class Outbound {
    public static final ArchRule CONNECTIONS_ARE_NOT_MADE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "jakarta.ws.rs.client..",
                    "org.eclipse.microprofile.rest.client..",
                    "io.vertx..client..",
                    "javax.naming..",
                    "java.rmi..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("io\\.vertx\\..*\\.(HttpClient|NetClient|WebSocketClient|DatagramSocket)")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Socket.class,
                    DatagramSocket.class,
                    SocketFactory.class,
                    SocketChannel.class,
                    AsynchronousSocketChannel.class,
                    DatagramChannel.class,
                    URLConnection.class)
            .orShould()
            .callMethod(URL.class, "openConnection")
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "getContent")
            .as("no class connects to an address by itself");

    private Outbound() {}
}
