package io.traject.triggers.editing;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck.Finding;
import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A trigger was right when it was published, and may be so no longer: the questionnaire of its condition went, the
 * consultation type of its action was retired.
 */
@Component
@Order(47)
class PublishedTriggersCheck implements OrganisationSetUpCheck {

    private static final int MOST_NAMED = 5;

    private final Publications publications;
    private final CheckTrigger checkTrigger;

    PublishedTriggersCheck(Publications publications, CheckTrigger checkTrigger) {
        this.publications = publications;
        this.checkTrigger = checkTrigger;
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
        List<PublishedTrigger> wrong = published.stream()
                .filter(trigger ->
                        !checkTrigger.check(organisation, content(trigger)).isEmpty())
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

    private static TriggerContent content(PublishedTrigger trigger) {
        return new TriggerContent(
                trigger.rule().event(),
                trigger.rule().condition(),
                trigger.actions(),
                trigger.rule().from(),
                trigger.rule().until());
    }
}
