package io.traject.cases;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the case page. Each room contributes its own as beans.
 *
 * @param key names the panel among all; also its anchor on the page
 * @param fragment what it shows, such as {@code communication/case-panel :: panel}; inside, the model is the variable
 *     {@code panel}
 * @param order among all panels
 * @param model computed for the case shown, which the reader may see; null when there is nothing to show
 */
public record CasePanel(String key, String fragment, int order, Function<Case, ? extends @Nullable Object> model) {}
