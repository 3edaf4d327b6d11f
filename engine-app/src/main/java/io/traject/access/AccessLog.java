package io.traject.access;

import java.util.Collection;

/**
 * Who looked at which personal file. A look is written before what was looked at is shown, and whatever becomes of the
 * request: when it can't be written, nothing is shown. Pages and calls whose address has the file's id are marked
 * {@link LooksAt} instead.
 */
public interface AccessLog {

    /** Notes that the one who acts looks at a part of a file. The system and residents themselves leave no note. */
    void looked(PersonalFile file, FilePart part);

    /** The same of many files at once, as an export does. */
    void looked(Collection<PersonalFile> files, FilePart part);
}
