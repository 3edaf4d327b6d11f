package io.traject.organisation;

import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page of an employer, an establishment or a department. Each feature contributes its own as beans.
 *
 * @param of whose page it stands on
 * @param key names the panel among all of that page; also its anchor there
 * @param fragment what it shows, such as {@code organisation/contacts :: panel}; inside, the model is the variable
 *     {@code panel}
 * @param order among all panels
 * @param model computed for the node shown, which the reader may see; null when there is nothing to show to this reader
 */
public record NodePanel(
        NodeKind of, String key, String fragment, int order, Function<Node, ? extends @Nullable Object> model) {}
