package io.traject.web.api;

import java.util.Set;

/** Refusals that say "the content is wrong" (422) and not "not now" (409); each room names its own in a bean. */
public record UnprocessableRefusals(Set<String> codes) {

    public UnprocessableRefusals {
        codes = Set.copyOf(codes);
    }

    public static UnprocessableRefusals of(String... codes) {
        return new UnprocessableRefusals(Set.of(codes));
    }
}
