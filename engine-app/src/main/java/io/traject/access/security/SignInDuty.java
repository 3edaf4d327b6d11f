package io.traject.access.security;

import io.traject.access.Actor;

/** Something that a user must do after signing in before anything else; asked in the order of the beans, with each request. */
public interface SignInDuty {

    /** Where it is done; this page and those below it stay open meanwhile. */
    String page();

    /** Whether this user still has to. */
    boolean isOpen(Actor user);
}
