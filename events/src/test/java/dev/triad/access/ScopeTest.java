package dev.triad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose books somebody sees. */
class ScopeTest {
    @Test
    void somebodySeesTheGroupsThatTheirTokenNamesAndNoOther() {
        Scope scope = Scope.of(List.of("amazon", "ebay"));
        assertThat(scope.sees("amazon")).isTrue();
        assertThat(scope.sees("ebay")).isTrue();
        assertThat(scope.sees("google")).isFalse();
        assertThat(scope.sees("Amazon")).isFalse();
        assertThat(scope.sees("amazo")).isFalse();
        assertThat(scope.names()).containsExactly("amazon", "ebay");
    }

    @Test
    void aStarIsAllGroupsAlsoBesideOthers() {
        for (List<String> groups : List.of(List.of("*"), List.of("amazon", "*"))) {
            assertThat(Scope.of(groups).sees("anything")).isTrue();
            assertThat(Scope.of(groups).names()).containsExactly("*");
        }
    }

    @Test
    void aStarInANameIsNoPattern() {
        assertThat(Scope.of(List.of("ama*")).sees("amazon")).isFalse();
    }

    @Test
    void whatIsOfNoKnownGroupIsSeenByThoseAloneWhoSeeAll() {
        assertThat(Scope.of(List.of("amazon")).sees(null)).isFalse();
        assertThat(Scope.EVERY_GROUP.sees(null)).isTrue();
    }

    @Test
    void whoseTokenNamesNoGroupSeesNothing() {
        assertThat(Scope.of(List.of()).sees("amazon")).isFalse();
        assertThat(Scope.of(List.of("")).sees("amazon")).isFalse();
    }
}
