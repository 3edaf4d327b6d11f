package io.traject.web;

import io.traject.kernel.lists.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.data.domain.Page;

/**
 * One page of a list.
 *
 * @param total number of all that match
 * @param totalIsMinimum counting stopped at the total
 * @param previous the page before, when there is one
 * @param next the page after, when there is one
 */
public record ListPage<T>(
        ListQuery query,
        List<T> items,
        long total,
        boolean totalIsMinimum,
        Optional<ListQuery> previous,
        Optional<ListQuery> next) {

    public ListPage {
        items = List.copyOf(items);
    }

    /** A page of a list that is paged by numbers. */
    public ListPage(ListQuery query, List<T> items, long total, boolean totalIsMinimum) {
        this(
                query,
                items,
                total,
                totalIsMinimum,
                query.page() > 1 ? Optional.of(query.at(query.page() - 1)) : Optional.empty(),
                query.page() < pages(total, query) ? Optional.of(query.at(query.page() + 1)) : Optional.empty());
    }

    /** A page of a list that is paged by its rows. */
    public static <T> ListPage<T> of(ListQuery asked, Slice<T> slice, Function<? super T, UUID> id) {
        ListQuery query = slice.hasPrevious() ? asked : asked.at(1);
        return new ListPage<>(
                query,
                slice.items(),
                slice.total(),
                slice.more(),
                slice.hasPrevious() && !slice.items().isEmpty()
                        ? Optional.of(query.before(id.apply(slice.items().getFirst())))
                        : Optional.empty(),
                slice.hasNext() ? Optional.of(query.after(id.apply(slice.items().getLast()))) : Optional.empty());
    }

    public static <T> ListPage<T> of(ListQuery query, Page<T> page) {
        return new ListPage<>(query, page.getContent(), page.getTotalElements(), false);
    }

    public <R> ListPage<R> map(Function<? super T, ? extends R> view) {
        return new ListPage<>(query, items.stream().<R>map(view).toList(), total, totalIsMinimum, previous, next);
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

    /** Whether it is known how many rows come before. */
    public boolean placed() {
        return query.page() > 0;
    }

    /** How many pages have been counted. */
    public int pages() {
        return pages(total, query);
    }

    private static int pages(long total, ListQuery query) {
        return (int) Math.max(1, (total + query.size() - 1) / query.size());
    }

    public boolean severalPages() {
        return pages() > 1 || previous.isPresent() || next.isPresent();
    }

    /** The last page, when it is another. */
    public Optional<ListQuery> end() {
        return next.map(following -> totalIsMinimum ? query.atEnd() : query.at(pages()));
    }

    /** The page numbers to offer: the first, the last when it is known, and those around this one. A gap is a 0. */
    public List<Integer> numbers() {
        int here = query.page();
        List<Integer> near = IntStream.rangeClosed(1, Math.max(pages(), here))
                .filter(number -> number == 1
                        || number == here
                        || number <= pages() && Math.abs(number - here) <= 1
                        || number == pages() && !totalIsMinimum)
                .boxed()
                .toList();
        List<Integer> numbers = new ArrayList<>();
        for (int number : near) {
            if (!numbers.isEmpty() && number - numbers.getLast() > 1) {
                numbers.add(0);
            }
            numbers.add(number);
        }
        if (totalIsMinimum && next.isPresent() || !placed()) {
            numbers.add(0);
        }
        return numbers;
    }
}
