package io.traject.organisation.groups.web;

import io.traject.organisation.groups.EmployerGroup;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A group as it is typed. */
record EmployerGroupForm(
        @NotBlank(message = "{organisation.groups.name.required}")
        @Size(max = EmployerGroup.MAX_NAME_LENGTH, message = "{organisation.groups.tooLong}")
        String name,

        long version) {

    static final EmployerGroupForm BLANK = new EmployerGroupForm("", 0);

    EmployerGroupForm {
        name = line(name);
    }

    static EmployerGroupForm of(EmployerGroup group) {
        return new EmployerGroupForm(group.name(), group.version());
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
