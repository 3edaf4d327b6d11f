package io.traject.organisation.web;

import io.traject.organisation.tree.Node;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A provider as it is typed. */
record ProviderForm(
        @NotBlank(message = "{organisation.node.name.required}")
        @Size(max = Node.MAX_NAME_LENGTH, message = "{organisation.node.name.tooLong}")
        String name,

        long version) {

    static final ProviderForm BLANK = new ProviderForm("", 0);

    ProviderForm(@Nullable String name, long version) {
        this.name = name == null ? "" : name.replaceAll("\\p{Cntrl}+", " ").strip();
        this.version = version;
    }

    static ProviderForm of(Node provider) {
        return new ProviderForm(provider.name(), provider.version());
    }
}
