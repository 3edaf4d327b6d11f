package io.traject.communication;

import io.traject.kernel.Language;
import java.util.EnumSet;
import java.util.Set;

/**
 * A template that was parsed and checked once, to be filled in any number of times by any number of threads.
 *
 * @param html safe markup: it was made from CommonMark without HTML, images and links to anything but http, https and
 *     mailto. For a letter, links are printed after their text
 * @param plain the same as plain text
 */
public record CompiledTemplate(
        TemplateKind kind, Language language, MergeText subject, MergeText html, MergeText plain) {

    /** Every field that this template needs a value for. */
    Set<MergeField> fields() {
        var fields = EnumSet.noneOf(MergeField.class);
        fields.addAll(subject.fields());
        fields.addAll(html.fields());
        return fields;
    }
}
