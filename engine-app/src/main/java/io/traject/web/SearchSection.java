package io.traject.web;

import java.util.List;
import java.util.Optional;

/** Where the search of the top bar looks; each room contributes its own as a bean. */
public interface SearchSection {

    /** Something that was found. */
    record Hit(String path, String title, String note) {}

    String titleKey();

    /** Among all sections. */
    int order();

    /** Whether the reader may look here. */
    boolean visible();

    /** The list that takes the text as {@code q}. */
    String listPath();

    /** The first of those that fit, at most so many. */
    List<Hit> find(String text, int most);

    /**
     * The address that takes the text by POST as {@code q}, for a text that belongs in no address because it names one
     * person.
     */
    default Optional<String> receives(String text) {
        return Optional.empty();
    }
}
