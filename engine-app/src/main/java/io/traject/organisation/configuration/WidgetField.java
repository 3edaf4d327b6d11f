package io.traject.organisation.configuration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a widget can show beside its title, in its order. */
public enum WidgetField {
    EMPLOYER_CODE(Widget.EMPLOYER, "code", true, EmployerField.CODE),
    EMPLOYER_KVK_NUMBER(Widget.EMPLOYER, "kvkNumber", true, EmployerField.KVK_NUMBER),
    EMPLOYER_VAT_NUMBER(Widget.EMPLOYER, "vatNumber", true, EmployerField.VAT_NUMBER),
    EMPLOYER_ADDRESS(Widget.EMPLOYER, "visitingAddress", true, EmployerField.VISITING_ADDRESS),
    EMPLOYER_PHONE(Widget.EMPLOYER, "phone", true, EmployerField.PHONE),
    EMPLOYER_EMAIL(Widget.EMPLOYER, "email", true, EmployerField.EMAIL),
    EMPLOYER_WEBSITE(Widget.EMPLOYER, "website", true, EmployerField.WEBSITE),
    /** Shown as soon as "add employer" asks for it (A2). */
    EMPLOYER_LANGUAGE(Widget.EMPLOYER, "language", true, EmployerField.LANGUAGE),

    EMPLOYMENT_NUMBER(Widget.EMPLOYMENT, "number", false, null),
    EMPLOYMENT_FUNCTION(Widget.EMPLOYMENT, "function", true, null),
    EMPLOYMENT_DEPARTMENT(Widget.EMPLOYMENT, "department", true, null),
    /** A17. */
    EMPLOYMENT_ESTABLISHMENT(Widget.EMPLOYMENT, "establishment", false, null),
    EMPLOYMENT_PERIOD(Widget.EMPLOYMENT, "period", true, null),
    EMPLOYMENT_PART_TIME(Widget.EMPLOYMENT, "partTime", true, null),

    EMPLOYEE_NUMBER(Widget.EMPLOYEE, "number", true, null),
    /** A18. */
    EMPLOYEE_PREFERRED_FIRST_NAME(Widget.EMPLOYEE, "preferredFirstName", false, null),
    EMPLOYEE_BIRTH_DATE(Widget.EMPLOYEE, "birthDate", true, null),
    EMPLOYEE_ADDRESS(Widget.EMPLOYEE, "address", true, null),
    EMPLOYEE_EMAIL(Widget.EMPLOYEE, "email", true, null),
    EMPLOYEE_PHONE(Widget.EMPLOYEE, "phone", true, null),
    EMPLOYEE_LANGUAGE(Widget.EMPLOYEE, "language", true, null);

    private final Widget widget;
    private final String key;
    private final boolean usuallyShown;
    private final @Nullable EmployerField asked;

    WidgetField(Widget widget, String key, boolean usuallyShown, @Nullable EmployerField asked) {
        this.widget = widget;
        this.key = key;
        this.usuallyShown = usuallyShown;
        this.asked = asked;
    }

    public Widget widget() {
        return widget;
    }

    /** Whether it is shown where nobody configured it. */
    public boolean usuallyShown() {
        return usuallyShown;
    }

    /** The field of "add employer" that fills it, if one does: hidden there, it is not shown here. */
    public Optional<EmployerField> asked() {
        return Optional.ofNullable(asked);
    }

    public String labelKey() {
        return asked == null ? widget.labelKey() + "." + key : asked.labelKey();
    }
}
