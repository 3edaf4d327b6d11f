package io.traject.triggers.editing;

import io.traject.rules.triggers.Field;

/**
 * Fields that say how somebody answered. Conditions may look at them; who may not see medical data sees whether they hold and
 * not the value, and no text is ever merged with them: a task, a mail or a webhook reaches people who may not know.
 */
public final class MedicalFields {

    private MedicalFields() {}

    public static boolean includes(String key) {
        return key.startsWith("answer.") || key.startsWith("value.") || key.startsWith("score.");
    }

    public static boolean includes(Field field) {
        return includes(field.key());
    }
}
