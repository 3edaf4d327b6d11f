package io.traject.web.api;

import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;

/**
 * Which page of a list is asked for; a parameter of handler methods, from {@code page}, {@code size}, {@code sort} and, for
 * large lists, {@code after}.
 *
 * @param page from 0
 * @param size 1 to {@link #LARGEST}
 * @param sort the field, with a minus before it for descending; empty for the list's own order
 * @param after id of the item that the page follows; comes before the page's number
 */
public record PageQuery(int page, int size, Optional<Order> sort, Optional<UUID> after) {

    public static final int LARGEST = 200;
    public static final int USUAL = 50;

    /** The most items that may come before a page that is asked for by its number. */
    private static final int DEEPEST = 100_000;

    /** Number of items before the page. */
    public int offset() {
        return page * size;
    }

    /** A field to sort by. */
    public record Order(String field, boolean descending) {}

    /** @throws RequestProblemException for anything that is out of range or unreadable */
    static PageQuery parse(
            Optional<String> page, Optional<String> size, Optional<String> sort, Optional<String> after) {
        int rows = number("size", size, USUAL, 1, LARGEST);
        return new PageQuery(
                number("page", page, 0, 0, DEEPEST / rows),
                rows,
                sort.filter(text -> !text.isBlank()).map(PageQuery::order),
                after.filter(text -> !text.isBlank()).map(PageQuery::id));
    }

    /**
     * For a list that can go on after an item.
     *
     * @param sortable the fields that may be sorted by
     * @param usual the order when none was asked for
     */
    public Portion portion(Set<String> sortable, Order usual) {
        Order order = sort.orElse(usual);
        if (!sortable.contains(order.field())) {
            throw problem("sort", order.field());
        }
        return new Portion(
                order.field(),
                order.descending(),
                size,
                after.<From>map(From.After::new).orElseGet(() -> new From.Offset(offset())));
    }

    /**
     * For Spring Data.
     *
     * @param sortable the fields of the REST interface that may be sorted by, and the property each stands for
     * @param usual the order when none was asked for; appended to any other, so that pages never overlap
     */
    public Pageable pageable(Map<String, String> sortable, Sort usual) {
        Sort asked = sort.map(order -> {
                    String property = sortable.get(order.field());
                    if (property == null) {
                        throw problem("sort", order.field());
                    }
                    return Sort.by(order.descending() ? Sort.Direction.DESC : Sort.Direction.ASC, property);
                })
                .orElse(Sort.unsorted());
        return PageRequest.of(page, size, asked.and(usual));
    }

    private static int number(String name, Optional<String> given, int usual, int least, int most) {
        try {
            int number = given.map(Integer::parseInt).orElse(usual);
            if (number < least || number > most) {
                throw problem(name, given.orElse(""));
            }
            return number;
        } catch (NumberFormatException e) {
            throw problem(name, given.orElse(""));
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw problem("after", text);
        }
    }

    private static Order order(String text) {
        return text.startsWith("-") ? new Order(text.substring(1), true) : new Order(text, false);
    }

    private static RequestProblemException problem(String parameter, String value) {
        return new RequestProblemException(HttpStatus.BAD_REQUEST, "parameter-invalid", parameter, value);
    }
}
