package io.traject.communication;

import io.traject.kernel.Outcome;
import java.util.stream.Collectors;

/** A template together with all the values that it needs. */
record Filling(CompiledTemplate template, MergeValues values) {

    /** Refuses ({@code merge-value-missing}) rather than leave a gap. */
    static Outcome<Filling> of(CompiledTemplate template, MergeValues values) {
        var missing = values.missing(template.fields());
        return missing.isEmpty()
                ? Outcome.done(new Filling(template, values))
                : Outcome.refused(
                        "merge-value-missing",
                        missing.stream().map(MergeField::placeholder).collect(Collectors.joining(", ")));
    }

    String subject() {
        return template.subject().fill(this::value, text -> text);
    }

    String html() {
        return template.html().fill(this::value, Html::escape);
    }

    String plain() {
        return template.plain().fill(this::value, text -> text);
    }

    /** Everything that comes from values: what the template itself says was checked when it was saved. */
    String filledIn() {
        return template.fields().stream().map(this::value).collect(Collectors.joining());
    }

    private String value(MergeField field) {
        return values.text(field, template.language()).orElseThrow();
    }
}
