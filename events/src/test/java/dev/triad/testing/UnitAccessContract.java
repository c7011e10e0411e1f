package dev.triad.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The same of a unit's service, which hosts a unit of two groups and needs nothing but its topics. */
public abstract class UnitAccessContract extends AccessContract {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @BeforeEach
    void ready() {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(
                                send("GET", "/q/health/ready", null, null).status())
                        .isEqualTo(200));
    }

    @Override
    protected URI service() {
        return ConfigProvider.getConfig().getValue("test.url", URI.class);
    }

    @Override
    protected Set<String> traces() {
        return Set.of(other());
    }

    @Override
    protected @Nullable String parameter(String path, String name, String group) {
        return null;
    }
}
