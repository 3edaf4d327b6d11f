package io.traject.organisation.finances.api;

import static io.traject.organisation.finances.FinancialData.MAX_LENGTH;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.organisation.finances.FinancialData;
import io.traject.organisation.finances.FinancialRegister;
import io.traject.web.api.EntityTags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The financial data of an establishment. */
@RestController
@RequestMapping("/api/v1/establishments/{id}/financial-data")
@Tag(name = "Establishments")
class FinancesApi {

    private final FinancialRegister register;

    FinancesApi(FinancialRegister register) {
        this.register = register;
    }

    /** What is null or left out is not known. */
    record Body(
            @Nullable @Size(max = MAX_LENGTH) @Pattern(regexp = "\\P{Cntrl}*")
            String debtorNumber,

            @Nullable @Size(max = MAX_LENGTH) @Pattern(regexp = "\\P{Cntrl}*")
            String costCentre,

            @Nullable @Size(max = MAX_LENGTH) @Pattern(regexp = "\\P{Cntrl}*")
            String costUnit,

            @Nullable @Size(max = MAX_LENGTH) @Pattern(regexp = "\\P{Cntrl}*")
            String invoiceCode) {

        static Body of(FinancialData data) {
            return new Body(
                    known(data.debtorNumber()),
                    known(data.costCentre()),
                    known(data.costUnit()),
                    known(data.invoiceCode()));
        }

        FinancialData data(long version) {
            return new FinancialData(line(debtorNumber), line(costCentre), line(costUnit), line(invoiceCode), version);
        }

        private static String line(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        private static @Nullable String known(String line) {
            return line.isEmpty() ? null : line;
        }
    }

    @GetMapping
    @Operation(summary = "Get the financial data of an establishment")
    ResponseEntity<Body> get(@PathVariable UUID id) {
        return view(register.of(id));
    }

    @PutMapping
    @Operation(summary = "Change the financial data of an establishment")
    ResponseEntity<Body> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Body body) {
        long version = register.of(id).version();
        EntityTags.require(ifMatch, tag(version));
        return view(register.change(id, body.data(version)));
    }

    private static ResponseEntity<Body> view(FinancialData data) {
        return ResponseEntity.ok().eTag(EntityTags.of(tag(data.version()))).body(Body.of(data));
    }

    /** A tag counts from 0: what nobody has saved yet comes before all versions. */
    private static long tag(long version) {
        return version - FinancialData.UNKNOWN;
    }
}
