package io.traject.web;

import io.traject.kernel.Language;
import java.util.Optional;

/** Who looks at the page; implemented by the room that knows sign-ins. */
public interface Visitors {

    /** Session attribute: the {@link Language} that a signed-out visitor chose; signing in takes it into the account. */
    String CHOSEN_LANGUAGE = "chosenLanguage";

    /** Request attribute: the {@link Language} of a page that knows its reader without a session. */
    String PAGE_LANGUAGE = Visitors.class.getName() + ".pageLanguage";

    /** The one who is signed in, in this request; empty for a signed-out visitor. Never throws. */
    Optional<Visitor> current();

    /** Keeps the language in the account; {@link #current()} answers it from the next request on. */
    void chooseLanguage(Language language);
}
