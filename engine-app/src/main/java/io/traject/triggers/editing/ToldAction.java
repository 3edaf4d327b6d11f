package io.traject.triggers.editing;

import java.util.List;

/** An action in words. */
public record ToldAction(String name, List<Setting> settings) {

    public ToldAction {
        settings = List.copyOf(settings);
    }

    /** A setting in words. */
    public record Setting(String label, String value) {}
}
