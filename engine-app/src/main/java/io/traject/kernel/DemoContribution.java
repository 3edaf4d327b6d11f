package io.traject.kernel;

/**
 * A room's part of the demo data ({@code TRAJECT_DEMO=true}). Called at every start in the order of
 * {@link org.springframework.core.annotation.Order}; must add nothing that is there already.
 */
public interface DemoContribution {

    void load();
}
