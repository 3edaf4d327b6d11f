package io.traject.organisation.parameters;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parameters of an organisation or an employer, for who configures it. */
@Service
@Transactional(readOnly = true)
public class ParameterRegister {

    private final ParameterSettings settings;
    private final ParameterCatalogue catalogue;
    private final ParameterHistory history;
    private final Parameters parameters;
    private final Tree tree;
    private final Authorization authorization;

    ParameterRegister(
            ParameterSettings settings,
            ParameterCatalogue catalogue,
            ParameterHistory history,
            Parameters parameters,
            Tree tree,
            Authorization authorization) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.history = history;
        this.parameters = parameters;
        this.tree = tree;
        this.authorization = authorization;
    }

    /**
     * A parameter that was added.
     *
     * @param parameter empty when no room declares it any more: it does nothing and can be removed
     */
    public record Entry(ParameterSetting setting, Optional<Parameter<?>> parameter) {}

    /** Where the value that holds comes from. */
    public enum Source {
        HERE,
        /** Set for the organisation and heeded because there is none here. */
        ORGANISATION,
        AS_SHIPPED
    }

    /** The value that holds, as the parameter's type stores it. */
    public record Holding(String value, Source source) {}

    /** Those that were added, by code. @throws NotFoundException for a node that has no parameters of its own */
    public List<Entry> of(UUID node) {
        require(node);
        return settings.findByNodeIdOrderByCode(node).stream()
                .map(setting -> new Entry(setting, catalogue.find(setting.code())))
                .toList();
    }

    /** Those that can still be added, by category and code. */
    public List<Parameter<?>> addable(UUID node) {
        Node owner = require(node);
        Set<String> added = settings.findByNodeIdOrderByCode(node).stream()
                .map(ParameterSetting::code)
                .collect(Collectors.toSet());
        return catalogue.all().stream()
                .filter(parameter -> mayStandAt(owner, parameter) && !added.contains(parameter.code()))
                .collect(Collectors.toList());
    }

    /** @throws NotFoundException when it was not added there */
    public Entry get(UUID node, String code) {
        require(node);
        return settings.findByNodeIdAndCode(node, code)
                .map(setting -> new Entry(setting, catalogue.find(code)))
                .orElseThrow(NotFoundException::new);
    }

    /** What holds there now. */
    public Holding holding(UUID node, Parameter<?> parameter) {
        require(node);
        return parameters.holding(parameter.code(), node).stream()
                .filter(held -> parameter.type().parse(held.value()).isPresent())
                .findFirst()
                .map(held -> new Holding(held.value(), held.node().equals(node) ? Source.HERE : Source.ORGANISATION))
                .orElseGet(() -> new Holding(parameter.usualText(), Source.AS_SHIPPED));
    }

    /** Who did what to it there, the newest first. */
    public List<ParameterChange> history(UUID node, String code) {
        require(node);
        return history.of(node, code);
    }

    /** The organisation or employer, once the actor may configure it. */
    Node require(UUID node) {
        authorization.require(Permission.CONFIGURATION, node);
        return tree.find(node)
                .filter(found -> found.kind().isRoot() || found.kind() == NodeKind.EMPLOYER)
                .orElseThrow(NotFoundException::new);
    }

    static boolean mayStandAt(Node owner, Parameter<?> parameter) {
        return owner.kind().isRoot() || parameter.kind() == Parameter.Kind.CONFIGURATION;
    }
}
