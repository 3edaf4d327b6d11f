package io.traject.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.data.domain.Page;

/**
 * One page of a list.
 *
 * @param total number of all that match
 * @param totalIsMinimum counting stopped at the total
 */
public record ListPage<T>(ListQuery query, List<T> items, long total, boolean totalIsMinimum) {

    public ListPage {
        items = List.copyOf(items);
    }

    public static <T> ListPage<T> of(ListQuery query, Page<T> page) {
        return new ListPage<>(query, page.getContent(), page.getTotalElements(), false);
    }

    public <R> ListPage<R> map(Function<? super T, ? extends R> view) {
        return new ListPage<>(query, items.stream().<R>map(view).toList(), total, totalIsMinimum);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** Number of the first item shown, from 1. */
    public long first() {
        return query.offset() + 1L;
    }

    public long last() {
        return query.offset() + (long) items.size();
    }

    public int pages() {
        return (int) Math.max(1, (total + query.size() - 1) / query.size());
    }

    public boolean hasPrevious() {
        return query.page() > 1;
    }

    public boolean hasNext() {
        return query.page() < pages();
    }

    /** The page numbers to offer: the first, the last and those around this one. A gap is a 0. */
    public List<Integer> numbers() {
        int here = query.page();
        List<Integer> near = IntStream.rangeClosed(1, pages())
                .filter(number -> number == 1 || number == pages() || Math.abs(number - here) <= 1)
                .boxed()
                .toList();
        return IntStream.range(0, near.size())
                .boxed()
                .flatMap(index -> index > 0 && near.get(index) - near.get(index - 1) > 1
                        ? List.of(0, near.get(index)).stream()
                        : List.of(near.get(index)).stream())
                .toList();
    }
}
