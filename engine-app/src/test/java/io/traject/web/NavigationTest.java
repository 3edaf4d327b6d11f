package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NavigationTest {

    private static final NavigationEntry CASES = NavigationEntry.of("cases", "cases.title", "/cases", "case", 20);
    private static final NavigationEntry BATCHES = NavigationEntry.of(
                    "batches", "batches.title", "/re-examinations", "batch", 10)
            .under("cases");
    private static final NavigationEntry START = NavigationEntry.of(
                    "start", "start.title", "/re-examinations/new", "start", 20)
            .under("cases");
    private static final NavigationEntry HOME = NavigationEntry.of("home", "home.title", "/", "dashboard", 0);

    @Test
    void shouldMarkThePageItselfAndNotTheOneAboveIt() {
        Navigation navigation = Navigation.of(List.of(START, BATCHES, CASES, HOME), "/re-examinations/new");

        assertThat(navigation.items()).extracting(item -> item.entry().key()).containsExactly("home", "cases");
        assertThat(navigation.items().get(1).children())
                .extracting(item -> item.entry().key(), Navigation.Item::current)
                .containsExactly(tuple("batches", Optional.empty()), tuple("start", Optional.of("page")));
    }

    @Test
    void shouldMarkTheEntryThatAPageLiesUnder() {
        Navigation navigation = Navigation.of(List.of(CASES, HOME), "/cases/42");

        assertThat(navigation.items().get(1).current()).hasValue("true");
        assertThat(navigation.items().get(0).current()).isEmpty();
    }

    @Test
    void shouldDropAHeadingWithoutEntries() {
        NavigationEntry admin = NavigationEntry.heading("admin", "admin.title", "admin", 90);
        NavigationEntry users = NavigationEntry.of("users", "users.title", "/admin/users", "people", 10)
                .under("admin")
                .when(() -> false);

        assertThat(Navigation.of(List.of(admin, users), "/").items()).isEmpty();
    }
}
