package ai.openclaw.diagnostics.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are addresses; no name is ever looked up. */
class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "2001:db8::ff",
                "::ffff:10.0.0.1",
                "10.0.0.1/32",
                "::/0"
            })
    void anAddressOrBlockIsOne(String text) {
        assertThat(Addresses.isNetwork(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "256.0.0.1",
                "01.2.3.4",
                "localhost",
                "a:b",
                "1::2::3",
                ":::",
                "[::1]",
                "fe80::1%lo",
                "10.0.0.1/33",
                "::/129",
                "10.0.0.0/",
                "/8",
                "10.0.0.0/08",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "::1.2.3",
                "beef"
            })
    void otherTextsAreNot(String text) {
        assertThat(Addresses.isNetwork(text)).isFalse();
    }
}
