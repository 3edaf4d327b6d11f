package io.traject.triggers.web;

import io.traject.events.EventCatalogue;
import io.traject.kernel.Language;
import io.traject.rules.triggers.FieldType;
import io.traject.triggers.editing.CheckTrigger;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerMistake;
import io.traject.triggers.editing.TriggerVersion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong with a trigger as it is typed, and at which element of the editor. */
@Component
class FormFaults {

    /** What comes of choosing another event, so it is said before anybody saves. */
    private static final Set<String> BY_ANOTHER_EVENT =
            Set.of("no-change", "value-gone", "action-unfit", "action-unknown", "merge-field-unknown");

    private final EventCatalogue events;
    private final CheckTrigger check;
    private final MessageSource messages;

    FormFaults(EventCatalogue events, CheckTrigger check, MessageSource messages) {
        this.events = events;
        this.check = check;
        this.messages = messages;
    }

    /** What can't even be kept as a draft. */
    List<Fault> unstorable(TriggerForm form, Language language) {
        List<Fault> faults = new ArrayList<>();
        if (form.name().isBlank()) {
            faults.add(fault("name", "triggers.editor.name.required", language));
        }
        tooLong(faults, "name", form.name(), Trigger.MAX_NAME_LENGTH, language);
        tooLong(faults, "description", form.description(), Trigger.MAX_DESCRIPTION_LENGTH, language);
        tooLong(faults, "comment", form.comment(), TriggerVersion.MAX_COMMENT_LENGTH, language);
        if (form.event().isBlank() || form.event().length() > TriggerContent.MAX_EVENT_LENGTH) {
            faults.add(fault("event", "triggers.editor.event.required", language));
        }
        for (String field : List.of("from", "until")) {
            String typed = field.equals("from") ? form.from() : form.until();
            if (!typed.isBlank() && day(typed) == null) {
                faults.add(fault(field, "triggers.editor.day.unknown", language));
            }
        }
        LocalDate from = day(form.from());
        LocalDate until = day(form.until());
        if (from != null && until != null && until.isBefore(from)) {
            faults.add(fault("until", "triggers.editor.until.before", language));
        }
        return faults;
    }

    /** Only without anything {@link #unstorable}. */
    TriggerContent content(UUID organisation, TriggerForm form) {
        return new TriggerContent(
                form.event(),
                form.condition(events.fields(organisation, form.event())),
                form.actions(),
                day(form.from()),
                day(form.until()));
    }

    /** Everything that must be mended before it can run. */
    List<Fault> mistakes(UUID organisation, TriggerForm form, Language language) {
        return found(organisation, form).stream()
                .map(mistake -> fault(form, mistake, language))
                .toList();
    }

    /** Of these only what fits no more since another event was chosen: not that something has yet to be filled in. */
    List<Fault> unfit(UUID organisation, TriggerForm form, Language language) {
        return form.event().isBlank()
                ? List.of()
                : found(organisation, form).stream()
                        .filter(mistake -> BY_ANOTHER_EVENT.contains(mistake.code()) || nothingBlank(form, mistake))
                        .map(mistake -> fault(form, mistake, language))
                        .toList();
    }

    private List<TriggerMistake> found(UUID organisation, TriggerForm form) {
        return check.check(
                organisation,
                new TriggerContent(
                        form.event(),
                        form.condition(events.fields(organisation, form.event())),
                        form.actions(),
                        null,
                        null));
    }

    private static boolean nothingBlank(TriggerForm form, TriggerMistake mistake) {
        if (!mistake.code().equals("field-unknown") && !mistake.code().equals("operator-unfit")) {
            return false;
        }
        String field = form.root()
                .at(form.root().positions(positions(mistake.place())))
                .field();
        return !field.isBlank() && !field.endsWith(".");
    }

    Fault fault(String at, String key, Language language, Object... arguments) {
        return new Fault(at, messages.getMessage(key, arguments, language.locale()));
    }

    private Fault fault(TriggerForm form, TriggerMistake mistake, Language language) {
        String text = messages.getMessage(
                mistake.messageKey(), mistake.arguments().toArray(), mistake.code(), language.locale());
        return new Fault(at(form, mistake.place()), text == null ? mistake.code() : text);
    }

    /** The element that a place of the trigger is filled in at. */
    private static String at(TriggerForm form, String place) {
        if (place.startsWith("condition")) {
            StringBuilder path = new StringBuilder("c");
            form.root()
                    .positions(positions(place))
                    .forEach(position -> path.append('-').append(position));
            return path.toString();
        }
        if (place.startsWith("actions.")) {
            String[] steps = place.split("\\.", 3);
            return "a-" + steps[1] + (steps.length > 2 ? "-s-" + steps[2] : "");
        }
        return place;
    }

    private static List<Integer> positions(String place) {
        return Arrays.stream(place.split("\\."))
                .skip(1)
                .takeWhile(step -> !step.equals("values"))
                .map(Integer::valueOf)
                .toList();
    }

    private void tooLong(List<Fault> faults, String field, String text, int most, Language language) {
        if (text.length() > most) {
            faults.add(fault(field, "triggers.editor.tooLong", language, most));
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return Optional.of(TypedValue.canonical(FieldType.DATE, typed))
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse)
                    .orElse(null);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
