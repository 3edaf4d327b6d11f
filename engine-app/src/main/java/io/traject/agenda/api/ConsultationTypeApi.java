package io.traject.agenda.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.agenda.ConsultationTypeCatalogue.Entry;
import io.traject.web.api.Codes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What appointments may be requested for. */
@RestController
@RequestMapping("/api/v1/consultation-types")
@Tag(name = "Agenda")
class ConsultationTypeApi {

    private final ConsultationTypeCatalogue types;
    private final Authorization authorization;

    ConsultationTypeApi(ConsultationTypeCatalogue types, Authorization authorization) {
        this.types = types;
        this.authorization = authorization;
    }

    /**
     * A consultation type.
     *
     * @param name in the caller's language
     * @param minutes of an appointment
     * @param retired whether it can't be chosen any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String code, String name, int minutes, @Nullable String preferredCaseType, boolean retired) {

        static Item of(Entry type) {
            return new Item(
                    type.code().value(),
                    type.name(),
                    type.minutes(),
                    type.preferredCaseType().map(Codes::of).orElse(null),
                    type.retired());
        }
    }

    /** All of them: there are never many. */
    record Items(List<Item> items) {}

    @GetMapping
    @Operation(summary = "List the consultation types of the caller’s organisation, those that can be chosen first")
    Items list() {
        authorization.reach(Permission.APPOINTMENTS_VIEW);
        UUID organisation = authorization.actor().organisation().orElseThrow();
        return new Items(types.all(organisation, authorization.actor().language()).stream()
                .map(Item::of)
                .toList());
    }
}
