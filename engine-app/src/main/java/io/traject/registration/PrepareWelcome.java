package io.traject.registration;

import io.traject.communication.CompiledTemplate;
import io.traject.communication.MailRenderer;
import io.traject.communication.MergeField;
import io.traject.communication.MergeValues;
import io.traject.communication.RenderedMail;
import io.traject.communication.Senders;
import io.traject.communication.TemplateKind;
import io.traject.communication.UsableTemplates;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.workers.mail.MailOutbox;
import io.traject.workers.mail.OutgoingMail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mail that welcomes a published employer, in its language (A2, A13). */
@Service
public class PrepareWelcome {

    private final EmployerDirectory employers;
    private final MailLanguages languages;
    private final UsableTemplates templates;
    private final Senders senders;
    private final MailRenderer renderer;
    private final MailOutbox outbox;
    private final String from;

    PrepareWelcome(
            EmployerDirectory employers,
            MailLanguages languages,
            UsableTemplates templates,
            Senders senders,
            MailRenderer renderer,
            MailOutbox outbox,
            @Value("${traject.mail.from}") String from) {
        this.employers = employers;
        this.languages = languages;
        this.templates = templates;
        this.senders = senders;
        this.renderer = renderer;
        this.outbox = outbox;
        this.from = from;
    }

    /** @return the mail, the same one each time; empty when the employer has no e-mail address */
    @Transactional
    public Optional<UUID> prepare(UUID employerId) {
        Employer employer = employers.locked(employerId).orElseThrow(NotFoundException::new);
        return employer.registration().email().map(address -> {
            OutgoingMail mail = mail(employer, address);
            outbox.add(List.of(mail));
            return mail.id();
        });
    }

    private OutgoingMail mail(Employer employer, EmailAddress address) {
        UUID organisation = employer.organisation();
        Language language = languages.of(
                address, Optional.of(organisation), employer.registration().language());
        CompiledTemplate template = templates.get(organisation, TemplateKind.EMPLOYER_WELCOME, language);
        RenderedMail rendered = renderer.render(
                        template,
                        MergeValues.builder()
                                .put(MergeField.EMPLOYER_NAME, employer.name())
                                .build(),
                        senders.ofOrganisation(organisation))
                .orThrow();
        return new OutgoingMail(
                UUID.nameUUIDFromBytes(("employer-welcome:" + employer.id()).getBytes(StandardCharsets.UTF_8)),
                null,
                0,
                organisation,
                from,
                address.value(),
                rendered.subject(),
                rendered.plain(),
                rendered.html(),
                template.language().locale().toLanguageTag());
    }
}
