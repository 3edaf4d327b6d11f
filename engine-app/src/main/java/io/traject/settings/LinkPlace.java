package io.traject.settings;

import io.traject.settings.ActionLink.Form;
import java.util.Locale;
import java.util.Set;

/** Whose page an action link stands on. */
public enum LinkPlace {
    /** The file of one case. */
    CASE(Set.of(Form.BUTTON, Form.MENU)),
    /** An organisation, with its action menu. */
    ORGANISATION(Set.of(Form.MENU)),
    /** The file of an employee. */
    EMPLOYEE(Set.of(Form.BUTTON, Form.MENU)),
    /** An employer. */
    EMPLOYER(Set.of(Form.BUTTON, Form.MENU));

    private final Set<Form> forms;

    LinkPlace(Set<Form> forms) {
        this.forms = forms;
    }

    /** In which forms a link may stand there. */
    public Set<Form> forms() {
        return forms;
    }

    /** As in keys of messages: {@code case}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
