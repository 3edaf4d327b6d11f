package io.traject.settings;

import io.traject.access.Authorization;
import io.traject.kernel.Language;
import io.traject.settings.ActionLink.Form;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The action links as pages show them. A template may ask too: {@code ${@actionLinks.on('ORGANISATION', id, id)}}. */
@Service
@Transactional(readOnly = true)
public class ActionLinks {

    private final List<ActionLink> catalogue;
    private final Portals portals;
    private final Authorization authorization;
    private final MessageSource messages;

    ActionLinks(List<ActionLink> catalogue, Portals portals, Authorization authorization, MessageSource messages) {
        this.catalogue = catalogue.stream()
                .sorted(Comparator.comparing(ActionLink::file)
                        .thenComparing(link -> link.usual().position())
                        .thenComparing(ActionLink::key))
                .toList();
        this.portals = portals;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** A link as the reader sees it. */
    public record Shown(String key, String label, String icon, boolean drastic, String path) {}

    /** The links of one file, in their order. */
    public record Offer(List<Shown> buttons, List<Shown> menu) {}

    /** A link of the catalogue with how an organisation offers it. */
    public record Placed(ActionLink link, PlacedLink place) {}

    /**
     * What the actor may do from a file within reach.
     *
     * @param organisation to which the file belongs
     * @param subject id of the file
     */
    public Offer on(LinkPlace file, UUID organisation, UUID subject) {
        List<Placed> offered = arranged(organisation).stream()
                .filter(placed -> placed.link().file() == file && placed.place().shown())
                .filter(placed -> authorization.may(placed.link().permission()))
                .toList();
        return new Offer(shown(Form.BUTTON, offered, subject), shown(Form.MENU, offered, subject));
    }

    /** The whole catalogue as the organisation has arranged it, in that order. */
    List<Placed> arranged(UUID organisation) {
        return place(portals.findById(organisation).map(Portal::links).orElse(Set.of()));
    }

    /** The whole catalogue as it stands where nothing was arranged. */
    List<Placed> usual() {
        return place(Set.of());
    }

    private List<Placed> place(Collection<PlacedLink> arranged) {
        return catalogue.stream()
                .map(link -> new Placed(
                        link,
                        arranged.stream()
                                .filter(place -> place.places(link))
                                .findFirst()
                                .orElseGet(() -> PlacedLink.usual(link))))
                .sorted(Comparator.comparing((Placed placed) -> placed.link().file())
                        .thenComparing(placed -> placed.place().position()))
                .toList();
    }

    private List<Shown> shown(Form form, List<Placed> offered, UUID subject) {
        return offered.stream()
                .filter(placed -> placed.place().form() == form)
                .flatMap(placed -> placed.link().path().apply(subject).stream().map(path -> shown(placed, path)))
                .toList();
    }

    private Shown shown(Placed placed, String path) {
        ActionLink link = placed.link();
        Language language = Language.of(LocaleContextHolder.getLocale());
        String label = placed.place()
                .label(language)
                .orElseGet(() -> messages.getMessage(link.titleKey(), new Object[0], language.locale()));
        return new Shown(link.key(), label, link.icon(), link.drastic(), path);
    }
}
