package io.traject.web.pages;

import io.traject.web.SearchSection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The search of the top bar: everywhere the reader may look. */
@Controller
class SearchController {

    private static final int SHOWN = 5;

    private final ObjectProvider<SearchSection> sections;

    SearchController(ObjectProvider<SearchSection> sections) {
        this.sections = sections;
    }

    /**
     * What was found in one place.
     *
     * @param more the whole list, when there is more than is shown
     */
    record Found(String titleKey, List<SearchSection.Hit> hits, Optional<String> more) {}

    /** Sent as a form: what was typed may belong in no address. */
    @PostMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, RedirectAttributes redirect) {
        String text = q.strip();
        List<SearchSection> visible = visible();
        Optional<String> receiver = visible.stream()
                .flatMap(section -> section.receives(text).stream())
                .findFirst();
        if (receiver.isPresent()) {
            return "forward:" + receiver.get();
        }
        redirect.addAttribute("q", text);
        return "redirect:" + (visible.size() == 1 ? visible.getFirst().listPath() : "/search");
    }

    @GetMapping("/search")
    String show(@RequestParam(defaultValue = "") String q, Model model) {
        String text = q.strip();
        model.addAttribute("q", text);
        model.addAttribute(
                "found",
                text.isEmpty()
                        ? List.of()
                        : visible().stream()
                                .map(section -> found(section, text))
                                .toList());
        return "web/search";
    }

    private List<SearchSection> visible() {
        return sections.stream()
                .filter(SearchSection::visible)
                .sorted(Comparator.comparingInt(SearchSection::order))
                .toList();
    }

    private static Found found(SearchSection section, String text) {
        List<SearchSection.Hit> hits = section.find(text, SHOWN + 1);
        Optional<String> more = hits.size() <= SHOWN
                ? Optional.empty()
                : Optional.of(UriComponentsBuilder.fromPath(section.listPath())
                        .queryParam("q", "{q}")
                        .build(text)
                        .toString());
        return new Found(section.titleKey(), hits.subList(0, Math.min(hits.size(), SHOWN)), more);
    }
}
