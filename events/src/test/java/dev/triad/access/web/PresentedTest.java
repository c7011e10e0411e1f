package dev.triad.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where a token comes from. */
class PresentedTest {
    @Test
    void theHeaderGoesBeforeTheCookie() {
        assertThat(Presented.of("Bearer a.b.c", "d.e.f")).contains(new Presented("a.b.c", false));
        assertThat(Presented.of("bearer  a.b.c ", null)).contains(new Presented("a.b.c", false));
        assertThat(Presented.of(null, "d.e.f")).contains(new Presented("d.e.f", true));
    }

    @Test
    void aHeaderOfAnotherSchemeIsNotMadeUpForByTheCookie() {
        assertThat(Presented.of("Basic YTpi", "d.e.f")).isEmpty();
    }

    @Test
    void nothingIsNoToken() {
        assertThat(Presented.of(null, null)).isEmpty();
        assertThat(Presented.of(null, "")).isEmpty();
    }
}
