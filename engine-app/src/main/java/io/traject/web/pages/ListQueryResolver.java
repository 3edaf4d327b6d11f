package io.traject.web.pages;

import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.Portion.From;
import io.traject.web.ListDefaults;
import io.traject.web.ListQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads a {@link ListQuery} from the URL; what makes no sense there counts as not asked. */
@Component
class ListQueryResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final int LAST_PAGE = 100_000;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListQuery.class && parameter.hasParameterAnnotation(ListDefaults.class);
    }

    @Override
    public ListQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        ListDefaults defaults = Objects.requireNonNull(parameter.getParameterAnnotation(ListDefaults.class));
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Map<String, String> filters = new LinkedHashMap<>();
        for (String filter : defaults.filters()) {
            text(servlet, filter).ifPresent(value -> filters.put(filter, value));
        }
        String order = text(servlet, "sort")
                .filter(asked -> Arrays.asList(defaults.sortable()).contains(key(asked)))
                .orElse(defaults.sort());
        int size = number(servlet, "size").filter(ListQuery.SIZES::contains).orElse(ListQuery.USUAL_SIZE);
        Optional<From> beside = beside(servlet);
        return new ListQuery(
                servlet.getRequestURI().substring(servlet.getContextPath().length()),
                number(servlet, "page")
                        .filter(page -> page >= 1 && page <= (beside.isPresent() ? LAST_PAGE : reach(size)))
                        .orElse(beside.isPresent() ? 0 : 1),
                size,
                key(order),
                order.startsWith("-"),
                filters,
                defaults.sort(),
                beside);
    }

    /** Pages further on are reached from row to row. */
    private static int reach(int size) {
        return Math.ceilDiv(OrderedTable.COUNT_LIMIT, size);
    }

    private static Optional<From> beside(HttpServletRequest request) {
        Optional<String> before = text(request, "before");
        return before.filter(ListQuery.END::equals)
                .<From>map(end -> new From.End())
                .or(() -> before.flatMap(ListQueryResolver::id).map(From.Before::new))
                .or(() -> text(request, "after").flatMap(ListQueryResolver::id).map(From.After::new));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String key(String order) {
        return order.startsWith("-") ? order.substring(1) : order;
    }

    private static Optional<String> text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Integer> number(HttpServletRequest request, String name) {
        return text(request, name).filter(value -> value.matches("\\d{1,6}")).map(Integer::valueOf);
    }
}
