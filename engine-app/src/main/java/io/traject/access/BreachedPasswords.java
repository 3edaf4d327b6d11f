package io.traject.access;

/**
 * A list of passwords that became public, and that attackers therefore try first. Every bean of this type is asked, so that
 * an installation may connect a larger list than the sample that comes with it. Answers within a second.
 */
public interface BreachedPasswords {

    boolean contains(String password);
}
