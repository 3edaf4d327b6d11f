package io.traject.organisation.employees;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of an employee; each part is one line. {@link #toString()} is masked.
 *
 * @param initials as they are written: {@code J.P.}
 * @param preferredFirstName by which somebody is called (roepnaam)
 * @param prefix that is not sorted by: {@code van der}
 */
public record PersonName(
        String initials,
        Optional<String> firstName,
        Optional<String> preferredFirstName,
        Optional<String> prefix,
        String lastName) {

    public static final int MAX_LENGTH = 100;

    /** Of the initials and the prefix. */
    public static final int MAX_SHORT_LENGTH = 20;

    /** @throws IllegalArgumentException for a part that is not a line, or too long */
    public PersonName {
        Lines.require(initials, MAX_SHORT_LENGTH);
        firstName.ifPresent(text -> Lines.require(text, MAX_LENGTH));
        preferredFirstName.ifPresent(text -> Lines.require(text, MAX_LENGTH));
        prefix.ifPresent(text -> Lines.require(text, MAX_SHORT_LENGTH));
        Lines.require(lastName, MAX_LENGTH);
    }

    /** {@code J.P. van der Berg}. */
    public String full() {
        return joined(Stream.of(Optional.of(initials), prefix, Optional.of(lastName)));
    }

    /** As lists are sorted: {@code Berg, J.P. van der}. */
    public String sorted() {
        return joined(Stream.of(Optional.of(lastName + ","), Optional.of(initials), prefix));
    }

    private static String joined(Stream<Optional<String>> parts) {
        return parts.flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return initials + " ***";
    }
}
