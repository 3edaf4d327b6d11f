package io.traject.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExporterSettingsTest {

    private final ExporterSettings settings =
            new ExporterSettings("jdbc:postgresql://host/db", "progress", "secret", UUID.randomUUID());

    @Test
    void shouldReadArgumentsWhoseNamesLostTheirCase() {
        Map<String, Object> arguments = settings.toArguments().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));

        assertThat(ExporterSettings.of(arguments)).isEqualTo(settings);
    }

    @Test
    void shouldNameAMissingArgument() {
        assertThatThrownBy(() -> ExporterSettings.of(Map.of("url", "jdbc:postgresql://host/db")))
                .hasMessage("The progress exporter needs the argument user");
    }

    @Test
    void shouldTakeThePasswordFromAnEnvironmentVariable() {
        var arguments = new HashMap<String, Object>(settings.toArguments());
        arguments.put("password", "env:PATH");
        assertThat(ExporterSettings.of(arguments).password()).isEqualTo(System.getenv("PATH"));

        arguments.put("password", "env:NOT_SET_ANYWHERE");
        assertThatThrownBy(() -> ExporterSettings.of(arguments))
                .hasMessageContaining("the environment variable NOT_SET_ANYWHERE, which is not set");
    }

    @Test
    void shouldNotShowThePassword() {
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void shouldNameTheExportersClass() {
        assertThat(ExporterSettings.EXPORTER_CLASS).isEqualTo(ProgressExporter.class.getName());
    }
}
