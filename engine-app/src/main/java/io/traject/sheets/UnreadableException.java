package io.traject.sheets;

/** Ends the reading of a file; says nothing of its content. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FileError.Code code;

    UnreadableException(FileError.Code code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    public FileError error() {
        return code == FileError.Code.TOO_LARGE
                ? FileError.of(code, Long.toString(SpreadsheetGuard.MAX_FILE >> 20))
                : FileError.of(code);
    }
}
