package io.traject.triggers.actions;

import static io.traject.triggers.actions.Setting.Form.CHOICE;
import static io.traject.triggers.actions.Setting.Form.LINE;

import io.traject.cases.CancelCase;
import io.traject.cases.Case;
import io.traject.cases.CaseResult;
import io.traject.cases.CloseCase;
import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.organisation.MunicipalityDirectory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Ends the case (A11c): closes it with a result, or cancels it with a reason. Cases of a municipality can only be cancelled: it
 * is their process that closes them.
 */
@Component
class EndCaseAction implements TriggerAction {

    private static final String CASE = "case";
    private static final String HOW = "how";
    private static final String REASON = "reason";
    private static final String CANCEL = "CANCEL";

    private final CloseCase closeCase;
    private final CancelCase cancelCase;
    private final MunicipalityDirectory municipalities;
    private final MessageSource messages;

    EndCaseAction(
            CloseCase closeCase, CancelCase cancelCase, MunicipalityDirectory municipalities, MessageSource messages) {
        this.closeCase = closeCase;
        this.cancelCase = cancelCase;
        this.municipalities = municipalities;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "end-case";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.required(HOW, CHOICE), Setting.optional(REASON, LINE));
    }

    @Override
    public Set<String> needs() {
        return Set.of(CASE);
    }

    @Override
    public List<Choice> choices(UUID organisation, String setting, Language language) {
        if (!setting.equals(HOW)) {
            return List.of();
        }
        Stream<CaseResult> results =
                municipalities.isOne(organisation) ? Stream.empty() : Arrays.stream(CaseResult.values());
        return Stream.concat(results.map(CaseResult::name), Stream.of(CANCEL))
                .map(how -> new Choice(how, label(how, language)))
                .toList();
    }

    private String label(String how, Language language) {
        return messages.getMessage("trigger.action.end-case.how." + how, null, language.locale());
    }

    @Override
    public Map<String, String> mistakes(UUID organisation, Map<String, String> settings) {
        boolean withoutReason = settings.getOrDefault(REASON, "").isBlank();
        return CANCEL.equals(settings.get(HOW)) && withoutReason ? Map.of(REASON, "setting-missing") : Map.of();
    }

    @Override
    public Set<String> raises() {
        return Set.of("case.closed", "case.cancelled");
    }

    @Override
    public Outcome<Done> run(ActionCall call) {
        Optional<UUID> caseId = call.thing(CASE);
        String how = call.setting(HOW).orElseThrow();
        Outcome<Case> ended = caseId.isEmpty()
                ? Missing.thing(CASE)
                : how.equals(CANCEL)
                        ? cancelCase.cancel(
                                caseId.get(), call.setting(REASON).orElse(call.trigger()), OptionalLong.empty())
                        : closeCase.close(caseId.get(), CaseResult.valueOf(how), OptionalLong.empty());
        return ended.map(one -> Done.of("case-ended", one.id().toString()));
    }
}
