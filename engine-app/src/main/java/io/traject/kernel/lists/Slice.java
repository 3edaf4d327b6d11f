package io.traject.kernel.lists;

import java.util.List;
import java.util.function.Function;

/**
 * A part of an ordered list.
 *
 * @param hasPrevious rows come before it
 * @param hasNext rows follow it
 * @param counted rows of the whole list, at most one more than the limit
 * @param countLimit where counting stops
 */
public record Slice<T>(List<T> items, boolean hasPrevious, boolean hasNext, long counted, int countLimit) {

    public Slice {
        items = List.copyOf(items);
    }

    /** Counted as tables are. */
    public Slice(List<T> items, boolean hasPrevious, boolean hasNext, long counted) {
        this(items, hasPrevious, hasNext, counted, OrderedTable.COUNT_LIMIT);
    }

    /** How many rows there are, or the limit when {@link #more} says that there are more. */
    public long total() {
        return Math.min(counted, countLimit);
    }

    public boolean more() {
        return counted > countLimit;
    }

    /** The same part with other items, one for each, in the same order. */
    public <R> Slice<R> with(List<R> others) {
        return new Slice<>(others, hasPrevious, hasNext, counted, countLimit);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> view) {
        return with(items.stream().<R>map(view).toList());
    }
}
