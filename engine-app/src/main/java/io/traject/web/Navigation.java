package io.traject.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The left rail as one visitor sees it on one page. */
public record Navigation(List<Item> items) {

    /** @param current {@code page} for the page itself, {@code true} for one under it, as {@code aria-current} wants it */
    public record Item(NavigationEntry entry, Optional<String> current, List<Item> children) {}

    /** Orders the visible entries and marks the one that the path belongs to. */
    public static Navigation of(Collection<NavigationEntry> entries, String requestPath) {
        List<NavigationEntry> visible = entries.stream()
                .filter(entry -> entry.visible().getAsBoolean())
                .sorted(Comparator.comparingInt(NavigationEntry::order).thenComparing(NavigationEntry::key))
                .toList();
        Optional<NavigationEntry> nearest = visible.stream()
                .filter(entry -> entry.covers(requestPath))
                .max(Comparator.comparingInt(entry -> entry.path().orElse("").length()));
        return new Navigation(visible.stream()
                .filter(entry -> entry.parent().isEmpty())
                .map(entry -> item(entry, visible, nearest, requestPath))
                .filter(item ->
                        item.entry().path().isPresent() || !item.children().isEmpty())
                .toList());
    }

    /** Whether one of the entries goes exactly there. */
    public boolean leadsTo(String path) {
        return items.stream()
                .flatMap(item -> Stream.concat(Stream.of(item), item.children().stream()))
                .anyMatch(item -> item.entry().path().filter(path::equals).isPresent());
    }

    private static Item item(
            NavigationEntry entry,
            List<NavigationEntry> visible,
            Optional<NavigationEntry> nearest,
            String requestPath) {
        Optional<String> current = nearest.filter(entry::equals)
                .map(found -> found.path().filter(requestPath::equals).isPresent() ? "page" : "true");
        List<Item> children = visible.stream()
                .filter(child -> child.parent().filter(entry.key()::equals).isPresent())
                .map(child -> item(child, visible, nearest, requestPath))
                .toList();
        return new Item(entry, current, children);
    }
}
