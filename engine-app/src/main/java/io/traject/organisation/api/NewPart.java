package io.traject.organisation.api;

import io.traject.organisation.tree.Node;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder, establishment or department as a caller gives it.
 *
 * @param parentId what it stands in; only where the address leaves that open
 */
record NewPart(
        @NotBlank @Size(max = Node.MAX_NAME_LENGTH) String name,
        @Nullable @Size(min = 1, max = Node.MAX_CODE_LENGTH) String code,
        @Nullable UUID parentId) {

    /** One line each. */
    NewPart {
        name = line(name);
        code = code == null ? null : line(code);
    }

    Optional<String> codeIfAny() {
        return Optional.ofNullable(code);
    }

    private static String line(@Nullable String given) {
        return given == null ? "" : given.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
