package io.traject.access.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.traject.access.Audited;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.NotAudited;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is forgotten: every entity is audited, and whatever is recorded has a name that people read. */
class AuditIsCompleteTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern OBJECT = Pattern.compile("AuditedObject\\.of(?:Installation)?\\(\\s*\"([a-z-]+)\"");
    private static final Pattern ACTION = Pattern.compile("Change\\.of\\([^;]*?\\),\\s*\"([a-z-]+)\"\\)");

    @Test
    void shouldAuditEveryEntity() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .beAssignableTo(Audited.class)
                .orShould()
                .beAnnotatedWith(NotAudited.class)
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.traject"));
    }

    @Test
    void shouldNameEveryObjectActionFileAndPart() throws IOException {
        Set<String> wanted = new TreeSet<>();
        used(OBJECT).map("access.audit.object."::concat).forEach(wanted::add);
        used(ACTION).map("access.audit.action."::concat).forEach(wanted::add);
        Arrays.stream(FileKind.values())
                .map(kind -> "access.audit.object." + kind.name().toLowerCase(Locale.ROOT))
                .forEach(wanted::add);
        Arrays.stream(FilePart.values())
                .map(part -> "access.audit.part." + part)
                .forEach(wanted::add);
        Arrays.stream(SealCheck.Fault.values())
                .map(fault -> "access.audit.fault." + fault)
                .forEach(wanted::add);
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/i18n/access-audit_en.properties"))) {
            texts.load(file);
        }

        assertThat(texts.stringPropertyNames()).containsAll(wanted);
    }

    private static Stream<String> used(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results().map(found -> found.group(1)))
                    .collect(Collectors.toSet())
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
