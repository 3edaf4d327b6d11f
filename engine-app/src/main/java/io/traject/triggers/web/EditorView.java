package io.traject.triggers.web;

import io.traject.events.FactSource.Choice;
import io.traject.web.Option;
import java.util.List;

/**
 * What the editor shows.
 *
 * @param path to which the form is sent
 * @param sentence the rule in words; empty before an event is chosen
 * @param addable actions that may be added
 * @param fields that texts may be merged with
 * @param faults all of them, in the order of the page
 * @param focus id of the element to go on at; empty for none
 */
record EditorView(
        String path,
        TriggerForm form,
        String sentence,
        List<OptionGroup> events,
        Node root,
        List<Action> actions,
        List<Option> addable,
        List<OptionGroup> fields,
        boolean answers,
        boolean scores,
        List<Fault> faults,
        String focus) {

    public boolean eventChosen() {
        return !form.event().isBlank();
    }

    /** Id of the first text that fields may be put into; empty for none. */
    public String firstText() {
        return actions.stream()
                .flatMap(action -> action.settings().stream())
                .filter(setting ->
                        setting.form().equals("LINE") || setting.form().equals("TEXT"))
                .map(Input::id)
                .findFirst()
                .orElse("");
    }

    /** What is to be mended at an element. */
    public List<String> at(String id) {
        return faults.stream()
                .filter(fault -> fault.at().equals(id))
                .map(Fault::text)
                .toList();
    }

    /**
     * A part of the conditions.
     *
     * @param path by which the form names it: {@code c.0.1}
     * @param kind of a group: {@code ALL}, {@code not:ANY}
     * @param source of a part of a questionnaire: {@code answer}, {@code value} or {@code score}; empty for any other field
     * @param fields to choose from, the chosen one among them
     * @param questionnaires to choose from
     * @param questions or score groups to choose from
     * @param sources in which ways the answer to the question may be looked at
     */
    record Node(
            String path,
            boolean group,
            String kind,
            List<Node> parts,
            Position position,
            String field,
            String source,
            String questionnaire,
            String question,
            List<OptionGroup> fields,
            List<Option> questionnaires,
            List<Option> questions,
            List<Option> sources,
            String operator,
            List<Option> operators,
            Value value) {

        /** Of the element about it. */
        public String id() {
            return idOf(path);
        }

        public boolean root() {
            return position.depth() == 0;
        }
    }

    /** Where a part stands among its neighbours. */
    record Position(int depth, boolean first, boolean last) {}

    /**
     * How values are filled in.
     *
     * @param form {@code none}, {@code text}, {@code lines}, {@code number}, {@code days}, {@code date}, {@code select} or {@code
     *     checks}
     * @param typed as it stands there, line by line
     * @param choices for the last two
     * @param searched whether more can be searched for
     */
    record Value(String form, String typed, List<Chosen> choices, boolean searched, String search) {

        static final Value NONE = new Value("none", "", List.of(), false, "");
    }

    /** @param gone it was chosen, and is not there any more */
    record Chosen(String value, String label, boolean chosen, boolean gone) {

        static Chosen of(Choice choice, boolean chosen) {
            return new Chosen(choice.value(), choice.label(), chosen, false);
        }
    }

    /**
     * An action.
     *
     * @param known whether there is such an action, and the event has what it needs
     */
    record Action(
            int index, String kind, String label, String hint, boolean known, boolean last, List<Input> settings) {

        public String path() {
            return "a." + index;
        }

        public String id() {
            return idOf(path());
        }
    }

    /**
     * A setting of an action.
     *
     * @param form {@code LINE}, {@code TEXT}, {@code NUMBER}, {@code YES_NO}, {@code CHOICE}, or {@code KEPT} for one that is only
     *     not to be lost
     */
    record Input(
            String name, String form, String label, String hint, boolean required, String value, List<Chosen> choices) {

        public String id() {
            return idOf(name);
        }
    }

    static String idOf(String path) {
        return path.replace('.', '-');
    }
}
