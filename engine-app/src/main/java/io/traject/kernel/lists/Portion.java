package io.traject.kernel.lists;

import java.util.UUID;

/**
 * Which part of an ordered list is wanted.
 *
 * @param sort one of the list's sort keys
 * @param size rows, at most
 */
public record Portion(String sort, boolean descending, int size, From from) {

    /** Where the part begins. */
    public sealed interface From {

        /** After so many rows, from 0. Takes the longer the more they are. */
        record Offset(int rows) implements From {}

        /** With the row that follows this one. */
        record After(UUID id) implements From {}

        /** So that this row would follow. */
        record Before(UUID id) implements From {}

        /** So that it ends with the last row. */
        record End() implements From {}
    }

    Portion from(From other) {
        return new Portion(sort, descending, size, other);
    }
}
