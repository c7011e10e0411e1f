package dev.triad.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for servers of tests. */
public final class FreePorts {
    /** Below those that systems give to whoever asks for any: so nobody takes one between its finding and its use. */
    private static final int LEAST = 10_000;

    private static final int MOST = 32_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(MOST - LEAST));

    private FreePorts() {}

    /** A port that nobody uses at the moment, another one each time. */
    public static int next() {
        for (int tries = LEAST; tries < MOST; tries++) {
            int port = LEAST + Math.floorMod(NEXT.getAndIncrement(), MOST - LEAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from %d to %d".formatted(LEAST, MOST));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
