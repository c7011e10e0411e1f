package dev.triad.events;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            United Kingdom        | united-kingdom
            Crème Brûlée          | creme-brulee
            İstanbul              | istanbul
            --Amazon EC2 (Linux)! | amazon-ec2-linux
            a.b_c                 | a-b-c
            85123A                | 85123a
            日本                  | unnamed
            ''                    | unnamed
            ' - '                 | unnamed
            """)
    void aSlugIsTheNearestName(String text, String name) {
        assertThat(Names.slug(text)).isEqualTo(name);
    }

    @Property
    void aSlugIsAlwaysANameAndItsOwnSlug(@ForAll String text) {
        String slug = Names.slug(text);

        assertThat(Names.isName(slug)).isTrue();
        assertThat(Names.slug(slug)).isEqualTo(slug);
    }

    @Property
    void aCutSlugEndsInNoHyphen(@ForAll("spaced") String text) {
        assertThat(Names.slug(text)).hasSizeLessThanOrEqualTo(Names.NAME_MAX).doesNotEndWith("-");
    }

    @Property(tries = 5_000)
    void aNameIsWhatTheSchemaSays(@ForAll("nearlyNames") String text) {
        String pattern = ContractSchemas.schema(EventType.SALE_RECORDED)
                .at("/$defs/name/pattern")
                .asText();

        assertThat(Names.isName(text)).isEqualTo(text.matches(pattern));
    }

    @Provide
    Arbitrary<String> spaced() {
        return Arbitraries.strings().withChars("ab  ").ofMinLength(50).ofMaxLength(80);
    }

    @Provide
    Arbitrary<String> nearlyNames() {
        return Arbitraries.strings().withChars("az09._-AZ éª٩").ofMaxLength(65);
    }
}
