package io.traject.web.api;

import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;

/**
 * Which page of a list is asked for; a parameter of handler methods, from {@code page}, {@code size} and {@code sort}.
 *
 * @param page from 0
 * @param size 1 to {@link #LARGEST}
 * @param sort the field, with a minus before it for descending; empty for the list's own order
 */
public record PageQuery(int page, int size, Optional<Order> sort) {

    public static final int LARGEST = 200;
    public static final int USUAL = 50;

    /** Deeper pages are asked for by filters. */
    private static final int LAST_PAGE = 100_000;

    /** Number of items before the page. */
    public int offset() {
        return page * size;
    }

    /** A field to sort by. */
    public record Order(String field, boolean descending) {}

    /** @throws RequestProblemException for anything that is out of range or unreadable */
    static PageQuery parse(Optional<String> page, Optional<String> size, Optional<String> sort) {
        return new PageQuery(
                number("page", page, 0, 0, LAST_PAGE),
                number("size", size, USUAL, 1, LARGEST),
                sort.filter(text -> !text.isBlank()).map(PageQuery::order));
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

    private static Order order(String text) {
        return text.startsWith("-") ? new Order(text.substring(1), true) : new Order(text, false);
    }

    private static RequestProblemException problem(String parameter, String value) {
        return new RequestProblemException(HttpStatus.BAD_REQUEST, "parameter-invalid", parameter, value);
    }
}
