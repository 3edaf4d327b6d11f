package io.traject.communication.web;

import io.traject.communication.TemplateLibrary.Slot;
import io.traject.communication.TemplateText;
import org.jspecify.annotations.Nullable;

/**
 * What a writer sends.
 *
 * @param number of the template that the writer started from; 0 for none
 * @param comment why it is changed
 */
record TemplateForm(
        @Nullable String subject,
        @Nullable String body,
        int number,
        @Nullable String comment) {

    static TemplateForm of(Slot slot) {
        return of(slot.text(), slot.number());
    }

    static TemplateForm of(TemplateText text, int number) {
        return new TemplateForm(text.subject(), text.body(), number, "");
    }

    String saidWhy() {
        return comment == null ? "" : comment;
    }

    TemplateText text() {
        return new TemplateText(subject == null ? "" : subject, body == null ? "" : body);
    }
}
