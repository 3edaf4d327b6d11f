package io.traject.registration.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.PhoneNumber;
import io.traject.organisation.NodePanel;
import io.traject.organisation.configuration.Widget;
import io.traject.organisation.configuration.WidgetConfiguration;
import io.traject.organisation.configuration.WidgetField;
import io.traject.organisation.configuration.Widgets;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.organisation.employers.RegistrationItem;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An employer in brief, on its page: what the organisation wants to see there (A2). */
@Configuration
class EmployerWidget {

    private final EmployerDirectory employers;
    private final WidgetConfiguration widgets;
    private final Authorization authorization;

    EmployerWidget(EmployerDirectory employers, WidgetConfiguration widgets, Authorization authorization) {
        this.employers = employers;
        this.widgets = widgets;
        this.authorization = authorization;
    }

    /** What the panel shows. */
    record Shown(UUID employer, List<Line> lines, boolean mayRegister) {}

    record Line(String labelKey, String text) {}

    @Bean
    NodePanel employerInBrief() {
        return new NodePanel(NodeKind.EMPLOYER, "employer", "registration/widget :: panel", 5, this::shown);
    }

    private @Nullable Shown shown(Node node) {
        return employers
                .find(node.id())
                .map(employer -> {
                    Widgets configured = widgets.of(employer.organisation());
                    EmployerRegistration registration = employer.registration();
                    return new Shown(
                            employer.id(),
                            Widget.EMPLOYER.fields().stream()
                                    .filter(configured::shows)
                                    .flatMap(field -> text(field, registration).stream()
                                            .map(text -> new Line(field.labelKey(), text)))
                                    .toList(),
                            authorization.may(Permission.EMPLOYERS_REGISTER, node.id()));
                })
                .orElse(null);
    }

    private Optional<String> text(WidgetField field, EmployerRegistration registration) {
        return switch (field) {
            case EMPLOYER_CODE -> registration.text(RegistrationItem.CODE);
            case EMPLOYER_KVK_NUMBER -> registration.text(RegistrationItem.KVK_NUMBER);
            case EMPLOYER_VAT_NUMBER -> registration.text(RegistrationItem.VAT_NUMBER);
            case EMPLOYER_ADDRESS -> address(registration);
            case EMPLOYER_PHONE ->
                registration
                        .read(RegistrationItem.PHONE)
                        .map(number -> new PhoneNumber(number).printedIn(registration.country()));
            case EMPLOYER_EMAIL -> registration.text(RegistrationItem.EMAIL);
            case EMPLOYER_WEBSITE -> registration.text(RegistrationItem.WEBSITE);
            case EMPLOYER_LANGUAGE -> registration.language().map(this::name);
            default -> Optional.empty();
        };
    }

    private String name(Language language) {
        return language.locale()
                .getDisplayLanguage(authorization.actor().language().locale());
    }

    private static Optional<String> address(EmployerRegistration registration) {
        return Optional.of(Stream.of(
                                line(
                                        registration,
                                        RegistrationItem.VISITING_STREET,
                                        RegistrationItem.VISITING_HOUSE_NUMBER),
                                line(registration, RegistrationItem.VISITING_POSTCODE, RegistrationItem.VISITING_CITY))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(", ")))
                .filter(address -> !address.isEmpty());
    }

    private static String line(EmployerRegistration registration, RegistrationItem... items) {
        return Stream.of(items)
                .flatMap(item -> registration.text(item).stream())
                .collect(Collectors.joining(" "));
    }
}
