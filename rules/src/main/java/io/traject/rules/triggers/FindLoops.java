package io.traject.rules.triggers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds triggers that may set each other off without end: one whose action raises the event that it is about, or several in a
 * ring. Conditions are taken to hold, but where what is known of the raised event contradicts them; validity is not looked at.
 */
public final class FindLoops {

    private final List<TriggerRule> rules;
    private final List<List<Integer>> follow;

    private FindLoops(List<TriggerRule> rules, List<List<Integer>> follow) {
        this.rules = rules;
        this.follow = follow;
    }

    /**
     * For each rule that is in a loop the shortest loop through it, each loop once.
     *
     * @param raised what the actions of rules raise, by {@link TriggerRule#version()}; nothing for those that are not there
     * @param fieldsByEvent what each event has that a rule is about; without it what is known of raised events counts for nothing
     * @return loops as rules in the order in which they set each other off, the last one the first; beginning with the rule that
     *     comes first in the given order
     */
    public static List<List<TriggerRule>> among(
            Collection<TriggerRule> rules, Map<UUID, Set<RaisedEvent>> raised, Map<String, List<Field>> fieldsByEvent) {
        List<TriggerRule> ordered = List.copyOf(rules);
        return new FindLoops(ordered, follow(ordered, raised, fieldsByEvent)).loops();
    }

    private record Subject(UUID organisation, String event) {}

    private static List<List<Integer>> follow(
            List<TriggerRule> rules, Map<UUID, Set<RaisedEvent>> raised, Map<String, List<Field>> fieldsByEvent) {
        Map<Subject, List<Integer>> bySubject = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            var subject = new Subject(rules.get(i).organisation(), rules.get(i).event());
            bySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> follow = new ArrayList<>();
        for (TriggerRule rule : rules) {
            var next = new LinkedHashSet<Integer>();
            for (RaisedEvent event : raised.getOrDefault(rule.version(), Set.of())) {
                var foreseen = new ForeseenEvent(event, fieldsByEvent.getOrDefault(event.event(), List.of()));
                bySubject.getOrDefault(new Subject(rule.organisation(), event.event()), List.of()).stream()
                        .filter(i -> foreseen.maySatisfy(rules.get(i).condition()))
                        .forEach(next::add);
            }
            follow.add(List.copyOf(next));
        }
        return follow;
    }

    private List<List<TriggerRule>> loops() {
        Set<List<Integer>> loops = new LinkedHashSet<>();
        for (int start = 0; start < rules.size(); start++) {
            List<Integer> loop = shortest(start);
            if (!loop.isEmpty()) {
                Collections.rotate(loop, -loop.indexOf(Collections.min(loop)));
                loops.add(loop);
            }
        }
        return loops.stream()
                .map(loop -> loop.stream().map(rules::get).toList())
                .toList();
    }

    /** The shortest way from a rule back to itself; empty when there is none. */
    private List<Integer> shortest(int start) {
        Map<Integer, Integer> cameFrom = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int rule = open.remove();
            for (int next : follow.get(rule)) {
                if (next == start) {
                    return way(start, rule, cameFrom);
                }
                if (cameFrom.putIfAbsent(next, rule) == null) {
                    open.add(next);
                }
            }
        }
        return new ArrayList<>();
    }

    private static List<Integer> way(int start, int last, Map<Integer, Integer> cameFrom) {
        List<Integer> way = new ArrayList<>();
        for (int rule = last; rule != start; rule = cameFrom.getOrDefault(rule, start)) {
            way.add(rule);
        }
        way.add(start);
        Collections.reverse(way);
        return way;
    }
}
