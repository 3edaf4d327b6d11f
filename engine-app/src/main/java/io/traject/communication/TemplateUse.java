package io.traject.communication;

import io.traject.kernel.Language;
import java.util.List;
import java.util.UUID;

/** Who still needs a template; implemented by the rooms that send with templates. */
public interface TemplateUse {

    List<User> of(UUID municipality, TemplateKind kind, Language language);

    /**
     * Something that will be sent with the template.
     *
     * @param name as pages call it
     * @param path of its page
     * @param reasonKey of the message that says what for
     */
    record User(String name, String path, String reasonKey) {}
}
