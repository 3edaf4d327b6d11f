package io.traject.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.lists.OrderedTable;
import io.traject.kernel.lists.Slice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

    @Test
    void shouldLeadFromRowToRowWithTheNumberForAsLongAsItIsKnown() {
        UUID first = UUID.fromString("00000000-0000-7000-8000-000000000001");
        UUID last = UUID.fromString("00000000-0000-7000-8000-000000000002");
        var slice = new Slice<>(List.of(first, last), true, true, OrderedTable.COUNT_LIMIT + 1);

        ListPage<UUID> third = ListPage.of(USUAL.at(3), slice, Function.identity());
        assertThat(third.next().orElseThrow().url()).isEqualTo("/cases?after=" + last + "&page=4");
        assertThat(third.previous().orElseThrow().url()).isEqualTo("/cases?before=" + first + "&page=2");
        assertThat(third.end().orElseThrow().url()).isEqualTo("/cases?before=end");
        assertThat(third.numbers()).containsExactly(1, 2, 3, 4, 0);

        ListPage<UUID> farAway = ListPage.of(USUAL.at(900).after(first), slice, Function.identity());
        assertThat(farAway.numbers()).containsExactly(1, 0, 901, 0);

        ListPage<UUID> nearTheEnd = ListPage.of(USUAL.atEnd(), slice, Function.identity());
        assertThat(nearTheEnd.placed()).isFalse();
        assertThat(nearTheEnd.numbers()).containsExactly(1, 0);
        assertThat(nearTheEnd.previous().orElseThrow().url()).isEqualTo("/cases?before=" + first);
        assertThat(nearTheEnd.query().sortedBy("subject").url()).isEqualTo("/cases?sort=subject");
    }

    private static ListPage<String> page(int number, long total) {
        return new ListPage<>(USUAL.at(number), List.of(), total, false);
    }
}
