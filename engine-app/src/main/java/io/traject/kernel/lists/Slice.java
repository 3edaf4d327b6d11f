package io.traject.kernel.lists;

import java.util.List;
import java.util.function.Function;

/**
 * A part of an ordered list.
 *
 * @param hasPrevious rows come before it
 * @param hasNext rows follow it
 * @param counted rows of the whole list, at most one more than {@link OrderedTable#COUNT_LIMIT}
 */
public record Slice<T>(List<T> items, boolean hasPrevious, boolean hasNext, long counted) {

    public Slice {
        items = List.copyOf(items);
    }

    /** The same part with other items, one for each, in the same order. */
    public <R> Slice<R> with(List<R> others) {
        return new Slice<>(others, hasPrevious, hasNext, counted);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> view) {
        return with(items.stream().<R>map(view).toList());
    }
}
