package io.traject.web;

import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a list is asked for, as it stands in the URL: {@code ?q=smit&sort=-finalDate&page=2&size=50}. A
 * controller takes it as a parameter marked with {@link ListDefaults}; what the URL asks beyond those is ignored. Never
 * put anything personal into a filter's value that the pages themselves produce.
 *
 * @param path of the list's page
 * @param page from 1; 0 when it isn't known, far inside a large list
 * @param sort one of the list's sortable keys
 * @param filters the ones that are set, by name
 * @param beside where the page begins, in a list that is paged by its rows; otherwise its number says so
 */
public record ListQuery(
        String path,
        int page,
        int size,
        String sort,
        boolean descending,
        Map<String, String> filters,
        String usualSort,
        Optional<From> beside) {

    /** The URL's word for the end of the list. */
    public static final String END = "end";

    public static final List<Integer> SIZES = List.of(25, 50, 100, 200);

    public static final int USUAL_SIZE = 50;

    public ListQuery {
        filters = Map.copyOf(filters);
    }

    public ListQuery(
            String path,
            int page,
            int size,
            String sort,
            boolean descending,
            Map<String, String> filters,
            String usualSort) {
        this(path, page, size, sort, descending, filters, usualSort, Optional.empty());
    }

    public Optional<String> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    public boolean filtered() {
        return !filters.isEmpty();
    }

    public boolean usualSize() {
        return size == USUAL_SIZE;
    }

    /** The page sizes to choose from. */
    public List<Integer> sizes() {
        return SIZES;
    }

    public int offset() {
        return (page - 1) * size;
    }

    /** For a list that is paged by its rows, with the sort key as it is. */
    public Portion portion() {
        return new Portion(sort, descending, size, beside.orElseGet(() -> new From.Offset(offset())));
    }

    /** For Spring Data, with the sort key as the property's name. */
    public Pageable pageable() {
        return PageRequest.of(page - 1, size, Sort.by(descending ? Sort.Direction.DESC : Sort.Direction.ASC, sort));
    }

    /** The sort as in the URL: a minus means descending. */
    public String order() {
        return descending ? "-" + sort : sort;
    }

    /** The same list from its first page, sorted by this key; the other way round if it already is. */
    public ListQuery sortedBy(String key) {
        return new ListQuery(path, 1, size, key, key.equals(sort) && !descending, filters, usualSort);
    }

    public ListQuery at(int otherPage) {
        return new ListQuery(path, otherPage, size, sort, descending, filters, usualSort);
    }

    /** The page that begins after this row. */
    public ListQuery after(UUID id) {
        return beside(page == 0 ? 0 : page + 1, new From.After(id));
    }

    /** The page that ends before this row. */
    public ListQuery before(UUID id) {
        return beside(Math.max(0, page - 1), new From.Before(id));
    }

    /** The page that ends with the last row. */
    public ListQuery atEnd() {
        return beside(0, new From.End());
    }

    private ListQuery beside(int number, From from) {
        return new ListQuery(path, number, size, sort, descending, filters, usualSort, Optional.of(from));
    }

    /** What the same filters and order mean at another address, from the first page. */
    public ListQuery elsewhere(String otherPath) {
        return new ListQuery(otherPath, 1, size, sort, descending, filters, usualSort);
    }

    public ListQuery unfiltered() {
        return new ListQuery(path, 1, size, sort, descending, Map.of(), usualSort);
    }

    /** The same list from its first page with this filter. */
    public ListQuery with(String filter, String value) {
        Map<String, String> more = new LinkedHashMap<>(filters);
        more.put(filter, value);
        return new ListQuery(path, 1, size, sort, descending, more, usualSort);
    }

    /** The same list from its first page without this filter. */
    public ListQuery without(String filter) {
        Map<String, String> fewer = new LinkedHashMap<>(filters);
        fewer.remove(filter);
        return new ListQuery(path, 1, size, sort, descending, fewer, usualSort);
    }

    /** The address of the list as asked, without what is usual anyway. */
    public String url() {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        filters.forEach((name, value) -> url.queryParam(name, "{" + name + "}"));
        if (!order().equals(usualSort)) {
            url.queryParam("sort", order());
        }
        if (!usualSize()) {
            url.queryParam("size", size);
        }
        beside.ifPresent(from -> {
            switch (from) {
                case From.After(UUID id) -> url.queryParam("after", id);
                case From.Before(UUID id) -> url.queryParam("before", id);
                case From.End() -> url.queryParam("before", END);
                case From.Offset(int rows) -> throw new IllegalStateException("A number of rows is not in the URL");
            }
        });
        if (page > (beside.isPresent() ? 0 : 1)) {
            url.queryParam("page", page);
        }
        return url.encode().buildAndExpand(filters).toUriString();
    }
}
