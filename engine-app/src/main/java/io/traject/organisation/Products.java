package io.traject.organisation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which products a municipality has. Each is on until it is switched off. */
@Service
public class Products {

    private final JdbcClient database;

    Products(JdbcClient database) {
        this.database = database;
    }

    public boolean isOn(UUID municipality, Product product) {
        return database.sql("select enabled from organisation_product where municipality_id = ? and product = ?")
                .params(municipality, product.name())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }
}
