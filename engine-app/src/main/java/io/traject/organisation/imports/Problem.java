package io.traject.organisation.imports;

import java.util.List;

/**
 * What is wrong with a row or a file, to be said in the reader's language.
 *
 * @param column the header; empty when it is about no column
 * @param letter of the column in this file; empty when the file doesn't have it
 * @param key of the sentence
 * @param arguments of the sentence
 * @param changes what the sentence is about, if it is about values
 */
public record Problem(String column, String letter, String key, List<String> arguments, List<FieldChange> changes) {

    public Problem {
        arguments = List.copyOf(arguments);
        changes = List.copyOf(changes);
    }

    static Problem of(String key, List<String> arguments) {
        return new Problem("", "", key, arguments, List.of());
    }

    /** The arguments may be values of people. */
    @Override
    public String toString() {
        return "Problem[" + letter + ' ' + key + ']';
    }
}
