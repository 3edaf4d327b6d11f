package io.traject.reexamination;

import io.traject.communication.Channel;
import io.traject.communication.TemplateKind;
import io.traject.communication.Templates;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The templates that residents are invited with and that their municipality lacks (C2). */
@Component
public class MissingTemplates {

    private final Templates templates;

    MissingTemplates(Templates templates) {
        this.templates = templates;
    }

    public List<TemplateKind> of(UUID municipality) {
        return templates.missing(municipality).stream()
                .filter(TemplateKind::invites)
                .toList();
    }

    /** Only those that the batch needs: without residents who want a letter, no template for letters. */
    public List<TemplateKind> of(Batch batch) {
        return of(batch.municipality()).stream()
                .filter(kind -> kind.channel() == Channel.MAIL
                        ? batch.counts().mails() > 0
                        : batch.counts().letters() > 0)
                .toList();
    }
}
