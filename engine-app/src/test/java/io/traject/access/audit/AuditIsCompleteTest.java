package io.traject.access.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.traject.access.AccessLog;
import io.traject.access.Audited;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.NotAudited;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Nothing is forgotten: every entity is audited, every page and call about a personal file leaves a look, and whatever is
 * recorded has a name that people read.
 */
class AuditIsCompleteTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern OBJECT = Pattern.compile("AuditedObject\\.of(?:Installation)?\\(\\s*\"([a-z-]+)\"");
    private static final Pattern ACTION = Pattern.compile("Change\\.of\\([^;]*?\\),\\s*\"([a-z-]+)\"\\)");

    /** In an address, before the id of what is about one person. */
    private static final Pattern PERSONAL = Pattern.compile("/(cases|employees|tasks|communications|documents)/\\{");

    /** What says nothing about the person, though its address has the id. */
    private static final Set<String> SHOWS_NOTHING = Set.of(
            "/cases/{id}/process.bpmn", // the drawing of a process
            "/tasks/{id}/claim", // leads to the task
            "/tasks/{id}/release"); // leads to the list

    private record Handler(Class<?> controller, Method method, String address) {

        boolean leavesALook() {
            return AnnotatedElementUtils.hasAnnotation(method, LooksAt.class)
                    || AnnotatedElementUtils.hasAnnotation(controller, LooksAt.class)
                    || Arrays.stream(controller.getDeclaredFields())
                            .anyMatch(field -> field.getType() == AccessLog.class);
        }
    }

    @Test
    void shouldLeaveALookWithEveryPageAndCallAboutAPersonalFile() {
        List<Handler> personal = handlers()
                .filter(handler -> PERSONAL.matcher(handler.address()).find())
                .filter(handler -> !SHOWS_NOTHING.contains(handler.address()))
                .toList();

        assertThat(personal)
                .hasSizeGreaterThan(20)
                .filteredOn(handler -> !handler.leavesALook())
                .isEmpty();
    }

    private static Stream<Handler> handlers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents("io.traject").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods())
                        .flatMap(method -> addresses(controller, method)
                                .map(address -> new Handler(controller, method, address))));
    }

    private static Stream<String> addresses(Class<?> controller, Method method) {
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        RequestMapping ofAll = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        return own == null
                ? Stream.empty()
                : paths(ofAll).flatMap(first -> paths(own).map(first::concat));
    }

    private static Stream<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
    }

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
