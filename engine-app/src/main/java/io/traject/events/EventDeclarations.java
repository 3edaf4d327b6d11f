package io.traject.events;

import java.util.List;

/** Events that a room records and that triggers may be about. Every room that has some declares a bean. */
public interface EventDeclarations {

    List<DeclaredEvent> declared();
}
