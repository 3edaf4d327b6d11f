package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    private static final ListQuery USUAL = new ListQuery("/cases", 1, 50, "number", true, Map.of(), "-number");

    @Test
    void shouldKeepItsStateInTheUrlAndWhatIsUsualOutOfIt() {
        assertThat(USUAL.url()).isEqualTo("/cases");
        assertThat(USUAL.with("q", "a&b={x} é").sortedBy("name").at(3).url())
                .isEqualTo("/cases?q=a%26b%3D%7Bx%7D%20%C3%A9&sort=name&page=3");
    }

    @Test
    void shouldTurnTheOrderRoundAndStartAgainFromTheFirstPage() {
        ListQuery byName = USUAL.at(4).sortedBy("name");

        assertThat(byName.page()).isEqualTo(1);
        assertThat(byName.order()).isEqualTo("name");
        assertThat(byName.sortedBy("name").order()).isEqualTo("-name");
    }

    @Test
    void shouldOfferTheFirstTheLastAndTheNearPages() {
        assertThat(page(7, 1000).numbers()).containsExactly(1, 0, 6, 7, 8, 0, 20);
        assertThat(page(1, 120).numbers()).containsExactly(1, 2, 3);
        assertThat(page(1, 0).numbers()).containsExactly(1);
    }

    private static ListPage<String> page(int number, long total) {
        return new ListPage<>(USUAL.at(number), List.of(), total, false);
    }
}
