package io.traject.reexamination;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.Product;
import io.traject.organisation.ProductUse;
import io.traject.organisation.Products;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Re-examination as a product that a municipality has or not (C9). Off, no batch begins and none is dispatched. */
@Component
public class ReExaminationProduct implements ProductUse {

    private final Products products;
    private final JdbcClient database;
    private final Authorization authorization;

    ReExaminationProduct(Products products, JdbcClient database, Authorization authorization) {
        this.products = products;
        this.database = database;
        this.authorization = authorization;
    }

    public boolean isOn(UUID municipality) {
        return products.isOn(municipality, Product.RE_EXAMINATION);
    }

    /** Whether the actor may work with it and belongs to a municipality that has it. */
    public boolean mayRun() {
        return authorization.mayForOrganisation(Permission.RE_EXAMINATION_RUN)
                && authorization.actor().organisation().filter(this::isOn).isPresent();
    }

    @Override
    public Product product() {
        return Product.RE_EXAMINATION;
    }

    @Override
    public InUse at(UUID municipality) {
        long running = count(
                "select count(*) from cases_case where organisation_id = ? and type = 'RE_EXAMINATION'"
                        + " and state = 'OPEN' and stage <> 'CREATED'",
                municipality);
        long waiting = count(
                "select count(*) from reexamination_batch where municipality_id = ?"
                        + " and state in ('CHECKED', 'CREATING', 'CREATED')",
                municipality);
        return new InUse(running, waiting);
    }

    private long count(String sql, UUID municipality) {
        return database.sql(sql).param(municipality).query(Long.class).single();
    }
}
