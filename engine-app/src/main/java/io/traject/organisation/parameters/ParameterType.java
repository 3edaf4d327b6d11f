package io.traject.organisation.parameters;

import java.util.List;
import java.util.Optional;

/** What values a parameter can have, how they are typed and how they are stored. */
public sealed interface ParameterType<T> {

    int MAX_LENGTH = 500;

    /** Reads what was typed or stored; empty when it is no value of this type. */
    Optional<T> parse(String text);

    /** As it is stored: {@link #parse} reads it back. */
    String text(T value);

    /** Yes or no; stored as {@code true} or {@code false}. */
    record YesNo() implements ParameterType<Boolean> {

        @Override
        public Optional<Boolean> parse(String text) {
            return switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public String text(Boolean value) {
            return value.toString();
        }
    }

    /** A whole number between two others, both allowed. */
    record WholeNumber(int min, int max) implements ParameterType<Integer> {

        @Override
        public Optional<Integer> parse(String text) {
            try {
                return Optional.of(Integer.parseInt(text.strip())).filter(number -> number >= min && number <= max);
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }

        @Override
        public String text(Integer value) {
            return value.toString();
        }
    }

    /** One line of text, not blank. */
    record Line(int maxLength) implements ParameterType<String> {

        public Line {
            if (maxLength < 1 || maxLength > MAX_LENGTH) {
                throw new IllegalArgumentException("a line has 1 to %d characters".formatted(MAX_LENGTH));
            }
        }

        @Override
        public Optional<String> parse(String text) {
            String line = text.strip();
            return line.isEmpty() || line.length() > maxLength || line.chars().anyMatch(Character::isISOControl)
                    ? Optional.empty()
                    : Optional.of(line);
        }

        @Override
        public String text(String value) {
            return value;
        }
    }

    /**
     * One of several.
     *
     * @param choices in the order in which they are offered; the words of each have the key of the parameter's explanation,
     *     a dot and the choice
     */
    record OneOf(List<String> choices) implements ParameterType<String> {

        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> parse(String text) {
            return Optional.of(text).filter(choices::contains);
        }

        @Override
        public String text(String value) {
            return value;
        }
    }
}
