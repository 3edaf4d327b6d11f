package io.traject.triggers.editing;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.events.EventCatalogue;
import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.kernel.SetUpCheck.Finding;
import io.traject.rules.triggers.Field;
import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.actions.Setting;
import io.traject.triggers.actions.TriggerAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A trigger was right when it was published, and may be so no longer: the consultation type of its action was retired, or a newer
 * version of the application knows other things about its event.
 */
@Component
@Order(47)
class PublishedTriggersCheck implements OrganisationSetUpCheck {

    private static final int MOST_NAMED = 5;

    private final Publications publications;
    private final EventCatalogue events;
    private final ActionCatalogue actions;

    PublishedTriggersCheck(Publications publications, EventCatalogue events, ActionCatalogue actions) {
        this.publications = publications;
        this.events = events;
        this.actions = actions;
    }

    @Override
    public String titleKey() {
        return "triggers.check";
    }

    @Override
    public Permission mendedWith() {
        return Permission.TRIGGERS_EDIT;
    }

    @Override
    public Optional<Finding> look(UUID organisation) {
        List<PublishedTrigger> published = publications.triggers(publications.newest()).stream()
                .filter(trigger -> trigger.rule().organisation().equals(organisation))
                .toList();
        return published.isEmpty() ? Optional.empty() : Optional.of(look(organisation, published));
    }

    private Finding look(UUID organisation, List<PublishedTrigger> published) {
        var known = new Known(organisation);
        List<PublishedTrigger> wrong = published.stream()
                .filter(trigger -> !known.serves(trigger))
                .limit(MOST_NAMED + 1)
                .toList();
        if (wrong.isEmpty()) {
            return Finding.ok("triggers.check.ok", published.size());
        }
        String named = String.join(
                ", ",
                wrong.stream().limit(MOST_NAMED).map(PublishedTrigger::name).toList());
        return Finding.warning("triggers.check.wrong", wrong.size() > MOST_NAMED ? named + ", …" : named)
                .mendedAt(
                        wrong.size() == 1
                                ? "/admin/triggers/" + wrong.getFirst().trigger() + "/edit"
                                : "/admin/triggers");
    }

    /** What triggers go by in an organisation, each asked once however many do: this stands on the dashboard. */
    private final class Known {

        private final UUID organisation;
        private final Map<String, List<Field>> fields = new HashMap<>();
        private final Map<String, Set<String>> choices = new HashMap<>();

        Known(UUID organisation) {
            this.organisation = organisation;
        }

        boolean serves(PublishedTrigger trigger) {
            return trigger.fits(
                            fields.computeIfAbsent(trigger.rule().event(), event -> events.fields(organisation, event)))
                    && trigger.actions().stream().allMatch(this::serves);
        }

        private boolean serves(ChosenAction chosen) {
            Optional<TriggerAction> found = actions.find(chosen.kind());
            return found.isPresent()
                    && found.get().settings().stream()
                            .filter(setting -> setting.form() == Setting.Form.CHOICE)
                            .allMatch(setting -> isThere(
                                    found.get(),
                                    setting.key(),
                                    chosen.settings().getOrDefault(setting.key(), "")));
        }

        private boolean isThere(TriggerAction action, String setting, String value) {
            return value.isBlank()
                    || choices.computeIfAbsent(
                                    action.kind() + " " + setting,
                                    any -> action.choices(organisation, setting, Language.NL).stream()
                                            .map(Choice::value)
                                            .collect(Collectors.toSet()))
                            .contains(value);
        }
    }
}
