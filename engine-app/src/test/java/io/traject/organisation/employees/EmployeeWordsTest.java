package io.traject.organisation.employees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.kernel.NotFoundException;
import io.traject.kernel.lists.OrderedTable.Condition;
import io.traject.kernel.lists.Portion;
import io.traject.kernel.lists.Portion.From;
import io.traject.kernel.lists.Slice;
import io.traject.organisation.employees.EmployeeWords.Limits;
import io.traject.organisation.employees.EmployeeWords.Way;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever way a search takes, it finds the same, in the same order, on every page. */
@TrajectTest
class EmployeeWordsTest {

    private static final int PAGE = 3;
    private static final Limits LIMITS = new Limits(100, 10, 4);

    @Autowired
    TestEmployees employees;

    @Autowired
    JdbcClient client;

    @Autowired
    TransactionTemplate transaction;

    private UUID provider;
    private UUID department;

    static Stream<Set<Way>> ways() {
        return Stream.of(
                EnumSet.of(Way.GATHER),
                EnumSet.of(Way.SIFT),
                EnumSet.of(Way.WALK),
                EnumSet.of(Way.MERGE),
                EnumSet.of(Way.WALK, Way.MERGE),
                EnumSet.allOf(Way.class));
    }

    @BeforeEach
    void plant() {
        provider = employees.provider();
        UUID employer = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        department = employees.node(NodeKind.DEPARTMENT, employer, "Ovens");
        UUID other = employees.node(NodeKind.DEPARTMENT, employer, "Shop");
        int number = 0;
        for (String name :
                List.of("Jansen", "Aarts", "Jansma", "Jansen", "Zand", "Jan Jansen", "Bos", "Janssen", "Jan")) {
            employees.add(department, Integer.toString(8 + number++), name);
            employees.add(other, Integer.toString(8 + number++), name);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldFindTheSameOnEveryPage(Set<Way> ways) {
        var words = new EmployeeWords(client, LIMITS, ways);
        for (List<Condition> reach : List.of(List.<Condition>of(), within(department))) {
            for (List<String> sought :
                    List.of(List.of("jan"), List.of("jansen", "jan"), List.of("1"), List.of("zzz"))) {
                var search = new WordSearch(provider, false, sought, reach);
                for (String order : List.of("name", "number")) {
                    List<UUID> expected = expected(sought, reach.isEmpty() ? provider : department, order);

                    assertThat(forwards(words, search, order, false)).isEqualTo(expected);
                    assertThat(forwards(words, search, order, true)).isEqualTo(expected.reversed());
                    assertThat(backwards(words, search, order)).isEqualTo(expected);
                    Slice<UUID> second = read(words, search, order, false, new From.Offset(PAGE));
                    assertThat(second.items())
                            .isEqualTo(expected.stream().skip(PAGE).limit(PAGE).toList());
                    assertThat(second.total()).isEqualTo(second.more() ? LIMITS.count() : expected.size());
                }
            }
        }
    }

    @Test
    void shouldStopCounting() {
        var words = new EmployeeWords(client, LIMITS, EnumSet.of(Way.MERGE));

        Slice<UUID> found = read(
                words, new WordSearch(provider, false, List.of("jan"), List.of()), "name", false, new From.Offset(0));

        assertThat(found.total()).isEqualTo(4);
        assertThat(found.more()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void shouldNotBeginAtSomebodyElses(Set<Way> ways) {
        var words = new EmployeeWords(client, LIMITS, ways);
        var search = new WordSearch(provider, false, List.of("jan"), List.of());

        assertThatThrownBy(() -> read(words, search, "name", false, new From.After(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
    }

    private static List<Condition> within(UUID node) {
        return List.of(Condition.of("node_id = any (:nodes)", "nodes", new UUID[] {node}));
    }

    /** Asked of the employees themselves. */
    private List<UUID> expected(List<String> words, UUID node, String order) {
        return client.sql("""
                        select id from organisation_employee e where organisation_id = :provider
                            and not exists (select from unnest(:words::text[]) sought
                                where not exists (select from unnest(words) word where starts_with(word, sought)))
                            and exists (select from organisation_employment m
                                join organisation_node_above a on a.node_id = m.department_id
                                where m.employee_id = e.id and a.ancestor_id = :node)
                        order by %s, id""".formatted(order))
                .param("provider", provider)
                .param("words", words.toArray(String[]::new))
                .param("node", node)
                .query(UUID.class)
                .list();
    }

    private List<UUID> forwards(EmployeeWords words, WordSearch search, String order, boolean descending) {
        Slice<UUID> page = read(words, search, order, descending, new From.Offset(0));
        List<UUID> all = new ArrayList<>(page.items());
        while (page.hasNext()) {
            page = read(
                    words,
                    search,
                    order,
                    descending,
                    new From.After(page.items().getLast()));
            all.addAll(page.items());
        }
        return all;
    }

    private List<UUID> backwards(EmployeeWords words, WordSearch search, String order) {
        Slice<UUID> page = read(words, search, order, false, new From.End());
        List<UUID> all = page.items();
        while (page.hasPrevious()) {
            page = read(
                    words, search, order, false, new From.Before(page.items().getFirst()));
            // The first page is whole, and what it has may have been read.
            all = Stream.concat(page.items().stream(), all.stream()).distinct().toList();
        }
        return all;
    }

    private Slice<UUID> read(EmployeeWords words, WordSearch search, String order, boolean descending, From from) {
        return Objects.requireNonNull(
                transaction.execute(status -> words.find(search, new Portion(order, descending, PAGE, from))));
    }
}
