package io.traject.cases.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Keeps the content of documents; what they are called and whose they are stands in {@code cases_document}. Content is
 * written once and never changed. Nothing is held in memory but a part of it.
 */
public interface DocumentStore {

    /** As in {@code cases_document.store}: a document stays where it was written, also when the setting changes. */
    enum Place {
        POSTGRESQL,
        DISK
    }

    Place place();

    /**
     * Keeps a content, within the transaction of the document that it belongs to: when this returns it is safe, and when
     * the transaction fails it is gone or will be swept.
     *
     * @param size in bytes; exactly so many are read
     * @throws IOException when it can't be read or kept
     */
    void write(UUID documentId, InputStream content, long size) throws IOException;

    /**
     * The content, from its beginning; the caller closes it.
     *
     * @throws IOException when it is not there or can't be read
     */
    InputStream open(UUID documentId) throws IOException;
}
