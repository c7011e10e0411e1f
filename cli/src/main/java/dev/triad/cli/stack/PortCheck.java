package dev.triad.cli.stack;

import dev.triad.cli.CommandException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds out before anything starts whether each port is free on the loopback address. */
final class PortCheck {
    private static final int CONNECT_MILLIS = 200;

    private PortCheck() {}

    /** Names every port that is taken, who wanted it, and the option that changes it. */
    static void check(Ports ports, Set<Component> components) {
        List<String> taken = new ArrayList<>();
        for (Component component : components) {
            int port = ports.of(component);
            if (!isFree(port)) {
                taken.add(
                        "Port %d, wanted by %s, is in use by another program: stop that program or choose another port with %s."
                                .formatted(port, component.label(), component.portOption()));
            }
        }
        if (!taken.isEmpty()) {
            throw new CommandException(String.join(System.lineSeparator(), taken));
        }
    }

    /**
     * Whether nothing listens on the port. Both probes are needed: on some systems a bind succeeds beside
     * a listener on all addresses, and a listener whose queue is full refuses to connect.
     */
    static boolean isFree(int port) {
        return !answers(port) && canBind(port);
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that nobody uses at the moment. */
    static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
