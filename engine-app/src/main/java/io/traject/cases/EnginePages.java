package io.traject.cases;

import java.net.URI;
import java.util.Optional;

/** The engine's own pages, for those who analyse processes. */
public interface EnginePages {

    /** Where they show the instance; empty when there are none, or not for the actor. */
    Optional<URI> instance(long processInstanceKey);
}
