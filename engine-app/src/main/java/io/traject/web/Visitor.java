package io.traject.web;

import io.traject.kernel.Language;

/**
 * The signed-in person who looks at a page.
 *
 * @param displayName as shown in the frame
 * @param username as signed in
 * @param language in which the pages speak to this person
 */
public record Visitor(String displayName, String username, Language language) {}
