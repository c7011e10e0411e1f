package dev.triad.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.triad.ledger.policy.Policy;
import dev.triad.ledger.posting.Group;
import dev.triad.ledger.posting.PostedStreams;
import dev.triad.ledger.posting.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How policies are written and read. */
class PolicyViewTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Group GROUP = PostedStreams.group(List.of(Streams.declaration()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'storefront': 'none', 'attribution': 'declared'}",
                "{'storefront': {'fundedBy': {'store': '0.7', 'cloud': '0.3'}}, 'attribution': {'factor': '0.5'}}",
                "{'devicePrice': {'factor': '1.2'}, 'takeRate': {'factor': '0'}, 'outsideDemand': {'factor': '100'}}"
            })
    void aPolicyIsReadAsItIsWritten(String json) throws JsonProcessingException {
        // Given
        Policy policy = policy(json);

        // When
        String written = MAPPER.writeValueAsString(PolicyView.of(policy));

        // Then
        assertThat(policy(written)).isEqualTo(policy);
    }

    @Test
    void whatIsLeftOutIsAsDeclared() throws JsonProcessingException {
        assertThat(policy("{}")).isEqualTo(Policy.DECLARED);
        assertThat(policy("{'storefront': null}")).isEqualTo(Policy.DECLARED);
        assertThat(policy("{'devicePrice': null, 'takeRate': {'factor': '1.0'}}"))
                .isEqualTo(Policy.DECLARED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'storefront': 'some'} | storefront must be declared, none, or units with their weights",
                "{'storefront': {'fundedBy': ['store']}} | storefront must be declared, none, or units",
                "{'storefront': {'fundedBy': {'store': 1}}} | storefront.fundedBy.store must be a number as a text",
                "{'storefront': {'fundedBy': {'store': '1e2000000000'}}} | storefront.fundedBy.store must be above 0 and at most 1",
                "{'storefront': {'fundedBy': {'nobody': '1'}}} | the group amazon has no unit nobody",
                "{'storefront': {'fundedBy': {'device': '1'}}} | device is a storefront itself",
                "{'attribution': {'weight': '1'}} | attribution must be declared, none, or a factor",
                "{'attribution': {'factor': 'half'}} | attribution.factor must be a number as a text",
                "{'devicePrice': {'factor': 'dear'}} | devicePrice.factor must be a number as a text, such as",
                "{'takeRate': {'factor': '-0.1'}} | takeRate.factor must be from 0 to 100",
                "{'outsideDemand': {'factor': '100.1'}} | outsideDemand.factor must be from 0 to 100"
            })
    void whatIsNoPolicyIsRefusedWithItsReason(String json, String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(json)).withMessageContaining(words);
    }

    private static Policy policy(String json) throws JsonProcessingException {
        return MAPPER.readValue(json.replace('\'', '"'), PolicyView.class).policy(GROUP);
    }
}
