package io.traject.web;

import java.util.function.Supplier;

/**
 * Something that every page shows on top, also before sign-in and when a page fails: the model must need no database.
 *
 * @param fragment what it shows, such as {@code platform/rehearsal :: notice}; inside, the model is the variable
 *     {@code notice}
 * @param model computed for each page
 */
public record FrameNotice(String fragment, Supplier<?> model) {}
