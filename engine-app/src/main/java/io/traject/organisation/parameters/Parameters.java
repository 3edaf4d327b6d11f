package io.traject.organisation.parameters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The values that hold. It asks nobody's permission: its callers do. */
@Service
@Transactional(readOnly = true)
public class Parameters {

    private final JdbcClient database;
    private final ParameterCatalogue catalogue;

    Parameters(JdbcClient database, ParameterCatalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /**
     * The value that holds for a node: its own or that of the nearest above it, where it is switched on; otherwise the usual
     * one.
     *
     * @param node an employer or anything below it; for a parameter of the product, the organisation or anything in it
     */
    public <T> T value(Parameter<T> parameter, UUID node) {
        return holding(parameter.code(), node).stream()
                .map(held -> parameter.type().parse(held.value()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(parameter.usual());
    }

    /**
     * The same by the code alone, as it is stored.
     *
     * @throws IllegalArgumentException for a code that no room declares
     */
    public String value(String code, UUID node) {
        return text(catalogue.find(code).orElseThrow(() -> new IllegalArgumentException("no parameter " + code)), node);
    }

    private <T> String text(Parameter<T> parameter, UUID node) {
        return parameter.type().text(value(parameter, node));
    }

    /** Where a value comes from: the nearest node first. */
    List<Held> holding(String code, UUID node) {
        return database.sql("""
                        select p.node_id, p.value from organisation_parameter p
                        join organisation_node_above a on a.ancestor_id = p.node_id
                        where a.node_id = ? and p.code = ? and p.enabled order by a.distance
                        """)
                .params(node, code)
                .query((row, number) -> new Held(row.getObject("node_id", UUID.class), row.getString("value")))
                .list();
    }

    /** A value that is switched on at a node. */
    record Held(UUID node, String value) {}
}
