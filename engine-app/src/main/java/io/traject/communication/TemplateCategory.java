package io.traject.communication;

import java.util.List;

/**
 * Kinds of templates that belong together, because one room sends with them. Each room declares its own as a bean.
 *
 * @param code as in addresses; the words have the key {@code communication.category.<code>}
 * @param order among all categories
 */
public record TemplateCategory(String code, int order, List<TemplateKind> kinds) {

    public TemplateCategory {
        kinds = List.copyOf(kinds);
    }

    public String labelKey() {
        return "communication.category." + code;
    }
}
