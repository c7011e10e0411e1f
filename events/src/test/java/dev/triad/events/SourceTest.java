package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    @Property
    @Domain(EventDomain.class)
    void aSourceIsReadAsItIsWritten(@ForAll Source source) {
        assertThat(Source.parse(source.toString())).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "///",
                "amazon",
                "amazon/store",
                "/amazon",
                "/amazon/",
                "//store",
                "/amazon/store/",
                "/amazon/store/x",
                "/Amazon/store",
                "/amazon/st ore",
                "/amazon/store\n",
                "https://amazon/store",
                "/../.."
            })
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> Source.parse(text))
                .extracting(InvalidEventException::defect)
                .isEqualTo(Defect.SOURCE);
    }
}
