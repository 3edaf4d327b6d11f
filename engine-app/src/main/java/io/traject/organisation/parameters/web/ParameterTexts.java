package io.traject.organisation.parameters.web;

import io.traject.organisation.parameters.Parameter;
import io.traject.organisation.parameters.ParameterType;
import io.traject.web.Option;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Parameters in the reader's words; templates know it as {@code @parameterTexts}. */
@Component("parameterTexts")
class ParameterTexts {

    private final MessageSource messages;

    ParameterTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String explanation(Parameter<?> parameter) {
        return text(parameter.explanationKey());
    }

    /** A stored value; one that is no value any more stands as it is. */
    public String value(Parameter<?> parameter, String stored) {
        return options(parameter).stream()
                .filter(option -> option.value().equals(stored))
                .map(Option::label)
                .findFirst()
                .orElse(stored);
    }

    /** What can be chosen; nothing for a value that is typed. */
    public List<Option> options(Parameter<?> parameter) {
        return switch (parameter.type()) {
            case ParameterType.YesNo ignored ->
                List.of(
                        new Option("true", text("organisation.parameters.yes")),
                        new Option("false", text("organisation.parameters.no")));
            case ParameterType.OneOf(List<String> choices) ->
                choices.stream()
                        .map(choice -> new Option(choice, text(parameter.explanationKey() + "." + choice)))
                        .toList();
            case ParameterType.WholeNumber ignored -> List.of();
            case ParameterType.Line ignored -> List.of();
        };
    }

    /** What may be typed. */
    public String hint(Parameter<?> parameter) {
        return switch (parameter.type()) {
            case ParameterType.WholeNumber(int min, int max) -> text("organisation.parameters.hint.number", min, max);
            case ParameterType.Line(int maxLength) -> text("organisation.parameters.hint.line", maxLength);
            case ParameterType.YesNo ignored -> "";
            case ParameterType.OneOf ignored -> "";
        };
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
