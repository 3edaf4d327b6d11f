package io.traject.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.Slice;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param page counted from 0
 * @param total of all pages; exact unless it is a minimum
 * @param totalIsMinimum there are more than {@code total}; left out when exact
 * @param next what to give as {@code after} for the items that follow; left out on the last page, and by short lists
 */
public record ItemPage<T>(
        List<T> items,
        int page,
        int size,
        long total,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean totalIsMinimum,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    /** Lists are counted up to here: whoever counts asks the database for at most one more. */
    public static final int COUNT_LIMIT = OrderedTable.COUNT_LIMIT;

    public ItemPage {
        items = List.copyOf(items);
    }

    /** @param counted of all pages; anything above the limit means "more than that" */
    public static <T> ItemPage<T> of(List<T> items, PageQuery query, long counted) {
        boolean more = counted > COUNT_LIMIT;
        return new ItemPage<>(items, query.page(), query.size(), more ? COUNT_LIMIT : counted, more, null);
    }

    public static <T> ItemPage<T> of(Slice<T> slice, PageQuery query, Function<? super T, UUID> id) {
        return new ItemPage<>(
                slice.items(),
                query.page(),
                query.size(),
                slice.total(),
                slice.more(),
                slice.hasNext() ? id.apply(slice.items().getLast()).toString() : null);
    }

    public <R> ItemPage<R> map(Function<T, R> mapping) {
        return new ItemPage<>(items.stream().map(mapping).toList(), page, size, total, totalIsMinimum, next);
    }
}
