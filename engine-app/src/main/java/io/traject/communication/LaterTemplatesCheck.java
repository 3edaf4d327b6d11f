package io.traject.communication;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck;
import io.traject.organisation.Municipality;
import io.traject.organisation.MunicipalityDirectory;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether every municipality has the templates of what follows an invitation: reminders fail without theirs (C8). */
@Component
@Order(61)
class LaterTemplatesCheck implements SetUpCheck, OrganisationSetUpCheck {

    private static final String TEMPLATES = "/communication/templates";

    private final MunicipalityDirectory municipalities;
    private final Templates templates;

    LaterTemplatesCheck(MunicipalityDirectory municipalities, Templates templates) {
        this.municipalities = municipalities;
        this.templates = templates;
    }

    @Override
    public String titleKey() {
        return "communication.setUp.later.title";
    }

    @Override
    public Permission mendedWith() {
        return Permission.TEMPLATES_EDIT;
    }

    @Override
    public Optional<Finding> look(UUID organisation) {
        if (!municipalities.isOne(organisation)) {
            return Optional.empty();
        }
        Set<TemplateKind> missing = Set.copyOf(templates.missing(organisation));
        if (missing.contains(TemplateKind.REMINDER_MAIL)) {
            return Optional.of(
                    Finding.missing("communication.setUp.later.reminder.own").mendedAt(TEMPLATES));
        }
        return Optional.of(
                missing.contains(TemplateKind.FOLLOW_UP_LETTER)
                        ? Finding.warning("communication.setUp.later.letter.own")
                                .mendedAt(TEMPLATES)
                        : Finding.ok("communication.setUp.later.complete.own"));
    }

    @Override
    public Finding look() {
        String withoutReminder = without(TemplateKind.REMINDER_MAIL);
        if (!withoutReminder.isEmpty()) {
            return Finding.missing("communication.setUp.later.reminder", withoutReminder)
                    .mendedAt(TEMPLATES);
        }
        String withoutLetter = without(TemplateKind.FOLLOW_UP_LETTER);
        return withoutLetter.isEmpty()
                ? Finding.ok("communication.setUp.later.complete")
                : Finding.warning("communication.setUp.later.letter", withoutLetter)
                        .mendedAt(TEMPLATES);
    }

    private String without(TemplateKind kind) {
        return municipalities.all().stream()
                .filter(municipality -> templates.missing(municipality.id()).contains(kind))
                .map(Municipality::name)
                .collect(Collectors.joining(", "));
    }
}
