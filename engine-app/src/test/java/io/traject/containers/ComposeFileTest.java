package io.traject.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.progress.ExporterSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Holds {@code docker-compose.yml} against what the code knows; a machine without Docker can't find that out by trying. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");

    /** Spring's own, and those that tell a JVM where it is. */
    private static final Pattern STANDARD = Pattern.compile("(SPRING|SERVER|MANAGEMENT|LOGGING)_.*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[:}]");

    private final Map<String, Map<String, Object>> services = services();

    @ParameterizedTest
    @ValueSource(strings = {"application", "worker"})
    void shouldSetOnlyWhatTheProcessReads(String service) throws IOException {
        String settings = service.equals("application")
                ? "engine-app/src/main/resources/application.yaml"
                : "workers/src/main/resources/traject-workers.yaml";
        Set<String> known = PLACEHOLDER
                .matcher(Files.readString(ROOT.resolve(settings)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(environment(service).keySet())
                .isNotEmpty()
                .filteredOn(name -> !STANDARD.matcher(name).matches())
                .isSubsetOf(known);
    }

    @Test
    void shouldUseTheVersionsOfTheBuild() throws IOException {
        String camunda = property("camunda.version");

        assertThat(services.get("camunda")).containsEntry("image", "camunda/zeebe:" + camunda);
        assertThat(services.get("operate")).containsEntry("image", "camunda/operate:" + camunda);
    }

    @Test
    void shouldGiveTheExporterItsArguments() {
        Map<String, Object> camunda = environment("camunda");
        var arguments = new ExporterSettings(
                        "jdbc:postgresql://postgres/traject", "progress", "secret", UUID.randomUUID())
                .toArguments().keySet().stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        String prefix = "ZEEBE_BROKER_EXPORTERS_PROGRESS_";

        assertThat(camunda).containsEntry(prefix + "CLASSNAME", ExporterSettings.EXPORTER_CLASS);
        assertThat(camunda.keySet())
                .filteredOn(name -> name.startsWith(prefix + "ARGS_"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(name -> assertThat(arguments).contains(name.substring((prefix + "ARGS_").length())));
    }

    @Test
    void shouldPublishOnLoopbackOnly() {
        List<String> published = services.values().stream()
                .flatMap(service -> listOf(service, "ports").stream())
                .toList();

        assertThat(published).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void shouldHoldNoSecret() {
        assertThat(services.keySet().stream()
                        .flatMap(service -> environment(service).entrySet().stream())
                        .filter(variable -> variable.getKey().matches(".*(PASSWORD|SECRET|KEY)(_.*)?")))
                .isNotEmpty()
                .allMatch(variable -> variable.getValue().toString().matches("(\\$\\{[A-Z_]+:\\?.*}|env:[A-Z_]+)"));
    }

    @Test
    void shouldSayInTheExampleWhatMustBeSet() throws IOException {
        var example = new Properties();
        try (var in = Files.newBufferedReader(ROOT.resolve("docker/example.env"))) {
            example.load(in);
        }

        assertThat(Pattern.compile("\\$\\{([A-Z_]+):\\?")
                        .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(example).containsKey(name));
    }

    @Test
    void shouldNameFilesThatExist() {
        assertThat(services.values().stream()
                        .flatMap(service -> listOf(service, "volumes").stream())
                        .filter(volume -> volume.startsWith("./")))
                .isNotEmpty()
                .allSatisfy(volume -> assertThat(ROOT.resolve(volume.substring(2, volume.indexOf(':'))))
                        .exists());
    }

    private Map<String, Object> environment(String service) {
        return mapOf(services.get(service).get("environment"));
    }

    private static String property(String name) throws IOException {
        return Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(Pattern.quote(name)))
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Map<String, Object>> services() {
        try (var in = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> file = new Yaml().load(in);
            return mapOf(file.get("services")).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, service -> mapOf(service.getValue())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapOf(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<String> listOf(Map<String, Object> service, String key) {
        return service.get(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : Stream.<String>empty().toList();
    }
}
