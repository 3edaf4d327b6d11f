package io.traject.organisation.employees;

/** Texts of one line. */
final class Lines {

    private Lines() {}

    /** @throws IllegalArgumentException when it is blank, longer than that or has control characters */
    static void require(String text, int maxLength) {
        if (text.isBlank() || text.length() > maxLength || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a line of at most %d characters".formatted(maxLength));
        }
    }
}
