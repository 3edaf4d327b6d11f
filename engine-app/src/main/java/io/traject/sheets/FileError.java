package io.traject.sheets;

import java.util.List;

/**
 * Why a file could not be read as the spreadsheet that it should be.
 *
 * @param arguments what the message names: for a column its header and, if it was found, its letter; for a limit the
 *     limit
 */
public record FileError(Code code, List<String> arguments) {

    /** Stable, part of REST. */
    public enum Code {
        NOT_XLSX,
        ENCRYPTED,
        TOO_LARGE,
        TOO_MANY_ROWS,
        COLUMN_MISSING,
        COLUMN_UNKNOWN,
        EMPTY
    }

    public FileError {
        arguments = List.copyOf(arguments);
    }

    public static FileError of(Code code, String... arguments) {
        return new FileError(code, List.of(arguments));
    }

    /** @param room whose own words it is told in: what its file holds differs */
    public String messageKey(String room) {
        return room + ".error." + code;
    }
}
