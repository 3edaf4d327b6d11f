package io.traject.cases.documents;

import java.io.InputStream;

/** Looks for malware in what comes from outside, before it is kept. */
public interface VirusScanner {

    /** What the scanner says. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** The scanner could not say: it is away, or it refused the file. Nothing is kept then. */
        UNKNOWN
    }

    /** Whether files are looked at, at all. */
    boolean isOn();

    /** Whether it answers now; true when it is off. */
    boolean answers();

    /** @param content read to its end when the scanner wants it all; the caller closes it */
    Verdict scan(InputStream content);
}
