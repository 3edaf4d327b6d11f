package io.traject.organisation.web;

import io.traject.organisation.tree.Node;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A folder, establishment or department as it is typed. */
record NodeForm(
        @NotBlank(message = "{organisation.node.name.required}")
        @Size(max = Node.MAX_NAME_LENGTH, message = "{organisation.node.name.tooLong}")
        String name,

        @Size(max = Node.MAX_CODE_LENGTH, message = "{organisation.node.code.tooLong}")
        String code,

        long version) {

    static final NodeForm BLANK = new NodeForm("", "", 0);

    /** What is typed is one line each, without blanks around it. */
    NodeForm {
        name = line(name);
        code = line(code);
    }

    static NodeForm of(Node node) {
        return new NodeForm(node.name(), node.code().orElse(""), node.version());
    }

    Optional<String> codeIfAny() {
        return Optional.of(code).filter(typed -> !typed.isEmpty());
    }

    /** The same, to be saved over what someone else made of it. */
    NodeForm over(Node current) {
        return new NodeForm(name, code, current.version());
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
