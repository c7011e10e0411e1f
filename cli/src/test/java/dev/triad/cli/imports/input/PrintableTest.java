package dev.triad.cli.imports.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatCouldSteerATerminalIsNotPrinted() {
        assertThat(Printable.of("a\u001b[31mb\u0007\r\n\u202ec\uD800")).isEqualTo("a?[31mb????c?");
    }

    @Test
    void longTextIsCut() {
        assertThat(Printable.of("x".repeat(100))).isEqualTo("x".repeat(60) + "…");
    }

    @Test
    void ordinaryTextStays() {
        assertThat(Printable.of("Größe 3 £ 日本")).isEqualTo("Größe 3 £ 日本");
    }
}
