package io.traject.organisation.imports;

/** How far an import has come. */
public enum ImportState {
    /** Its rows are being read and compared with what is there. */
    CHECKING,
    /** The file is not one that can be imported. */
    UNREADABLE,
    /** It waits for somebody to agree to what would happen. */
    CHECKED,
    APPLYING,
    DONE,
    /** Given up before anything happened. */
    CANCELLED;

    public boolean isRunning() {
        return this == CHECKING || this == APPLYING;
    }
}
