package io.traject.web.pages;

import io.traject.kernel.Language;
import io.traject.web.Navigation;
import io.traject.web.Visitor;
import java.util.List;
import java.util.Optional;

/**
 * What the frame shows around a page.
 *
 * @param path of the page, with its query, to come back to after a change of language
 * @param languages to choose from
 * @param notices what stands on top of every page
 * @param narrow whether the visitor keeps the rail narrow
 */
public record PageFrame(
        String path,
        Language language,
        List<Language> languages,
        Optional<Visitor> visitor,
        Navigation navigation,
        List<ShownNotice> notices,
        boolean narrow,
        String correlationId,
        String version) {

    /** A notice with what it shows now. */
    public record ShownNotice(String fragment, Object model) {}
}
