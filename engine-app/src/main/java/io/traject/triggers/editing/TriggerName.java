package io.traject.triggers.editing;

/**
 * How administrators know a trigger.
 *
 * @param name one line, the only one of that name in the organisation
 * @param description what it is for; may be empty
 */
public record TriggerName(String name, String description) {

    public TriggerName {
        if (name.isBlank()
                || name.length() > Trigger.MAX_NAME_LENGTH
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "not a line of at most %d characters".formatted(Trigger.MAX_NAME_LENGTH));
        }
        if (description.length() > Trigger.MAX_DESCRIPTION_LENGTH) {
            throw new IllegalArgumentException("longer than %d".formatted(Trigger.MAX_DESCRIPTION_LENGTH));
        }
    }
}
