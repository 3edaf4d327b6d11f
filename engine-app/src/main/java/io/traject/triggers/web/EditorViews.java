package io.traject.triggers.web;

import io.traject.events.DeclaredEvent;
import io.traject.events.EventCatalogue;
import io.traject.events.PassingDates;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.actions.Setting;
import io.traject.triggers.actions.TriggerAction;
import io.traject.triggers.editing.FieldNames;
import io.traject.triggers.editing.MedicalFields;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.web.EditorView.Action;
import io.traject.triggers.web.EditorView.Chosen;
import io.traject.triggers.web.EditorView.Input;
import io.traject.triggers.web.EditorView.Position;
import io.traject.web.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows the editor. */
@Component
class EditorViews {

    private final EventCatalogue events;
    private final ActionCatalogue actions;
    private final FieldNames names;
    private final QuestionnaireNames questionnaireNames;
    private final RuleWords words;
    private final MessageSource messages;

    EditorViews(
            EventCatalogue events,
            ActionCatalogue actions,
            FieldNames names,
            QuestionnaireNames questionnaireNames,
            RuleWords words,
            MessageSource messages) {
        this.events = events;
        this.actions = actions;
        this.names = names;
        this.questionnaireNames = questionnaireNames;
        this.words = words;
        this.messages = messages;
    }

    EditorView view(
            UUID organisation, String path, TriggerForm form, List<Fault> faults, String focus, Language language) {
        List<Field> fields = events.fields(organisation, form.event());
        NodeViews nodes =
                new NodeViews(organisation, form.event(), fields, names, questionnaireNames, messages, language);
        Optional<DeclaredEvent> event = events.event(form.event());
        return new EditorView(
                path,
                form,
                sentence(organisation, form, fields, language),
                eventOptions(form.event(), language),
                nodes.node(form.root(), "c", new Position(0, true, true)),
                actionViews(organisation, form, event, language),
                event.map(known -> addable(known, language)).orElse(List.of()),
                nodes.grouped(events.mergeFields(organisation, form.event()).stream()
                        .filter(field -> !MedicalFields.includes(field))
                        .toList()),
                nodes.questionnaires().haveAnswers(),
                nodes.questionnaires().haveScores(),
                faults,
                focus);
    }

    /** Without an event there is nothing to say yet. */
    private String sentence(UUID organisation, TriggerForm form, List<Field> fields, Language language) {
        return form.event().isBlank()
                ? ""
                : words.sentence(
                        organisation,
                        new TriggerContent(form.event(), form.condition(fields), form.actions(), null, null),
                        language);
    }

    /** By what they are about; what is chosen and not known is there too. */
    List<OptionGroup> eventOptions(String chosen, Language language) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        events.events().stream()
                .map(event -> Map.entry(group(event), new Option(event.type(), names.event(event.type(), language))))
                .forEach(event -> groups.computeIfAbsent(event.getKey(), subject -> new ArrayList<>())
                        .add(event.getValue()));
        List<OptionGroup> options = new ArrayList<>(groups.entrySet().stream()
                .map(group -> new OptionGroup(
                        label("triggers.thing." + group.getKey(), group.getKey(), language), group.getValue()))
                .sorted(Comparator.comparing(OptionGroup::label))
                .toList());
        if (!chosen.isBlank() && events.event(chosen).isEmpty()) {
            options.add(new OptionGroup(
                    label("triggers.editor.unknown", "", language), List.of(new Option(chosen, chosen))));
        }
        return options;
    }

    private static String group(DeclaredEvent event) {
        return PassingDates.isType(event.type()) ? "time" : event.subject();
    }

    private List<Option> addable(DeclaredEvent event, Language language) {
        return actions.all().stream()
                .filter(action -> ActionCatalogue.fits(action, event))
                .map(action ->
                        new Option(action.kind(), label("trigger.action." + action.kind(), action.kind(), language)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    private List<Action> actionViews(
            UUID organisation, TriggerForm form, Optional<DeclaredEvent> event, Language language) {
        int last = form.actions().size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(index -> {
                    ChosenAction chosen = form.actions().get(index);
                    Optional<TriggerAction> action = actions.find(chosen.kind());
                    String key = "trigger.action." + chosen.kind();
                    return new Action(
                            index,
                            chosen.kind(),
                            label(key, chosen.kind(), language),
                            label(key + ".hint", "", language),
                            action.isPresent()
                                    && event.filter(known -> ActionCatalogue.fits(action.get(), known))
                                            .isPresent(),
                            index == last,
                            inputs(organisation, index, chosen, action, event, language));
                })
                .toList();
    }

    private List<Input> inputs(
            UUID organisation,
            int index,
            ChosenAction chosen,
            Optional<TriggerAction> action,
            Optional<DeclaredEvent> event,
            Language language) {
        String prefix = "a." + index + ".s.";
        List<Setting> settings = action.map(TriggerAction::settings).orElse(List.of());
        Set<String> known = settings.stream().map(Setting::key).collect(Collectors.toSet());
        return Stream.concat(
                        settings.stream()
                                .map(setting -> input(
                                        organisation, prefix, chosen, action.orElseThrow(), event, setting, language)),
                        chosen.settings().entrySet().stream()
                                .filter(setting -> !known.contains(setting.getKey()))
                                .map(setting -> new Input(
                                        prefix + setting.getKey(),
                                        "KEPT",
                                        setting.getKey(),
                                        "",
                                        false,
                                        setting.getValue(),
                                        List.of())))
                .toList();
    }

    private Input input(
            UUID organisation,
            String prefix,
            ChosenAction chosen,
            TriggerAction action,
            Optional<DeclaredEvent> event,
            Setting setting,
            Language language) {
        String value = chosen.settings().getOrDefault(setting.key(), "");
        String key = "trigger.action." + chosen.kind() + "." + setting.key();
        return new Input(
                prefix + setting.key(),
                setting.form().name(),
                label(key, setting.key(), language),
                label(key + ".hint", "", language),
                setting.required(),
                value,
                setting.form() == Setting.Form.CHOICE
                        ? choices(organisation, action, event, setting, value, language)
                        : List.of());
    }

    private static List<Chosen> choices(
            UUID organisation,
            TriggerAction action,
            Optional<DeclaredEvent> event,
            Setting setting,
            String value,
            Language language) {
        List<Chosen> choices = new ArrayList<>(action.choices(organisation, setting.key(), language).stream()
                .filter(choice -> choice.value().equals(value)
                        || event.filter(known -> action.fits(known, setting.key(), choice.value()))
                                .isPresent())
                .map(choice -> Chosen.of(choice, choice.value().equals(value)))
                .toList());
        if (!value.isEmpty() && choices.stream().noneMatch(Chosen::chosen)) {
            choices.add(new Chosen(value, value, true, true));
        }
        return choices;
    }

    private String label(String key, String otherwise, Language language) {
        String text = messages.getMessage(key, null, otherwise, language.locale());
        return text == null ? otherwise : text;
    }
}
