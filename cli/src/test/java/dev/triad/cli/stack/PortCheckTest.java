package dev.triad.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.triad.cli.CommandException;
import dev.triad.cli.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void namesThePortWhoWantedItAndTheOptionThatChangesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            Ports ports = new Ports(Map.of(Component.DEVICE, port));

            assertThatThrownBy(() -> PortCheck.check(ports, Set.of(Component.DEVICE)))
                    .isInstanceOfSatisfying(
                            CommandException.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED))
                    .hasMessage(
                            "Port %d, wanted by device, is in use by another program:"
                                    + " stop that program or choose another port with --device-port.",
                            port);
        }
    }

    @Test
    void seesAListenerOnAllAddresses() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(PortCheck.isFree(other.getLocalPort())).isFalse();
        }
    }

    @Test
    void isContentWithFreePortsAndWithPortsThatNobodyWants() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports =
                    new Ports(Map.of(Component.KAFKA, PortCheck.anyFree(), Component.DEVICE, other.getLocalPort()));

            assertThatCode(() -> PortCheck.check(ports, Set.of(Component.KAFKA)))
                    .doesNotThrowAnyException();
        }
    }
}
