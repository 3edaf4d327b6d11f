package io.traject.web;

import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A message that the page after a redirect shows once, on top. */
public record Flash(Meaning meaning, String messageKey, List<Object> arguments) implements Serializable {

    /** Name of the flash attribute that the frame looks for. */
    public static final String ATTRIBUTE = "flash";

    public Flash {
        arguments = List.copyOf(arguments);
    }

    public static Flash of(Meaning meaning, String messageKey, Object... arguments) {
        return new Flash(meaning, messageKey, List.of(arguments));
    }

    /** Tells on the next page that it was done. */
    public static void success(RedirectAttributes redirect, String messageKey, Object... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, of(Meaning.SUCCESS, messageKey, arguments));
    }

    /** Tells on the next page what is under way. */
    public static void info(RedirectAttributes redirect, String messageKey, Object... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, of(Meaning.INFO, messageKey, arguments));
    }

    /** Tells on the next page why it was not done. */
    public static void danger(RedirectAttributes redirect, String messageKey, Object... arguments) {
        redirect.addFlashAttribute(ATTRIBUTE, of(Meaning.DANGER, messageKey, arguments));
    }
}
