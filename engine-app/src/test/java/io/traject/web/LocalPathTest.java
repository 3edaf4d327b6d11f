package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @Test
    void shouldKeepPathAndQueryOnly() {
        assertThat(LocalPath.orHome("/cases?q=%C3%A9&page=2")).isEqualTo("/cases?q=%C3%A9&page=2");
        assertThat(LocalPath.orHome("https://evil.example/cases")).isEqualTo("/cases");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://x//evil.example",
                "javascript:alert(1)",
                "cases",
                "",
                "/a\r\nSet-Cookie: x=y"
            })
    void shouldLeadHomeFromWhatIsNoPath(String address) {
        assertThat(LocalPath.orHome(address)).isEqualTo("/");
    }
}
