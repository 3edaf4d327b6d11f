package io.traject.access;

import io.traject.kernel.Language;
import java.util.List;

/** What the sign-in page announces; implemented by the room that keeps the notices. */
public interface SignInNotices {

    /** The notices of this moment, in the visitor's language; empty when there is nothing to say. */
    List<Notice> current(Language language);

    /**
     * A notice for everyone, signed in or not.
     *
     * @param trouble whether something is out of order, or this is just information
     */
    record Notice(boolean trouble, String text) {}
}
