package io.traject.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param page counted from 0
 * @param total of all pages; exact up to {@link #COUNT_LIMIT}
 * @param totalIsMinimum there are more than {@code total}; left out when exact
 */
public record ItemPage<T>(
        List<T> items,
        int page,
        int size,
        long total,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean totalIsMinimum) {

    /** Lists are counted up to here: whoever counts asks the database for at most one more. */
    public static final int COUNT_LIMIT = 10_000;

    public ItemPage {
        items = List.copyOf(items);
    }

    /** @param counted of all pages; anything above the limit means "more than that" */
    public static <T> ItemPage<T> of(List<T> items, PageQuery query, long counted) {
        boolean more = counted > COUNT_LIMIT;
        return new ItemPage<>(items, query.page(), query.size(), more ? COUNT_LIMIT : counted, more);
    }

    public <R> ItemPage<R> map(Function<T, R> mapping) {
        return new ItemPage<>(items.stream().map(mapping).toList(), page, size, total, totalIsMinimum);
    }
}
