package io.traject.rules;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.rule.Rule;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;

/**
 * A named set of rules: the file {@code /rules/<name>.drl} on the classpath. Every rule has a name, its explanation
 * ({@code @explanation(key)}), and a consequence that tells {@link Reasons} what it objects to. Compiled once when read, which
 * takes about a second; judging is safe from any number of threads.
 */
public final class RuleSet {

    private static final String EXPLANATION = "explanation";
    private static final String REASONS = "reasons";

    private final String name;
    private final KieBase rules;
    private final Map<String, NamedRule> named;

    private RuleSet(String name, KieBase rules, Map<String, NamedRule> named) {
        this.name = name;
        this.rules = rules;
        this.named = named;
    }

    /** @throws IllegalStateException when the file is no set of rules with explanations, which a test would have shown */
    public static RuleSet read(String name) {
        KieBase rules = compile(name);
        return new RuleSet(name, rules, named(name, rules));
    }

    public String name() {
        return name;
    }

    /** All rules of the set, by name. */
    public Collection<NamedRule> rules() {
        return named.values();
    }

    /** What the rules object to; nothing when all is well. In no particular order. */
    public List<Reason> judge(Collection<?> facts) {
        KieSession session = rules.newKieSession();
        try {
            Reasons reasons = new Reasons(named);
            session.addEventListener(reasons.new Listener());
            session.setGlobal(REASONS, reasons);
            facts.forEach(session::insert);
            session.fireAllRules();
            return reasons.given();
        } finally {
            session.dispose();
        }
    }

    private static KieBase compile(String name) {
        KieServices kie = KieServices.Factory.get();
        ReleaseId release = kie.newReleaseId("io.traject.rules", name, "1");
        KieBuilder builder = kie.newKieBuilder(
                        kie.newKieFileSystem().generateAndWritePomXML(release).write(file(kie, name)))
                .buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    "rules/" + name + ".drl: " + builder.getResults().getMessages());
        }
        return kie.newKieContainer(release).getKieBase();
    }

    private static Resource file(KieServices kie, String name) {
        String path = "rules/" + name + ".drl";
        try (var content = RuleSet.class.getResourceAsStream("/" + path)) {
            if (content == null) {
                throw new FileNotFoundException(path + " is not on the classpath");
            }
            return kie.getResources()
                    .newByteArrayResource(content.readAllBytes(), "UTF-8")
                    .setResourceType(ResourceType.DRL)
                    .setSourcePath("src/main/resources/" + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, NamedRule> named(String set, KieBase rules) {
        Map<String, NamedRule> named = new LinkedHashMap<>();
        rules.getKiePackages().stream()
                .flatMap(each -> each.getRules().stream())
                .sorted(Comparator.comparing(Rule::getName))
                .forEach(rule -> named.put(rule.getName(), new NamedRule(rule.getName(), explanation(set, rule))));
        return Collections.unmodifiableMap(named);
    }

    private static String explanation(String set, Rule rule) {
        if (rule.getMetaData().get(EXPLANATION) instanceof String key) {
            return key.replace("\"", "");
        }
        throw new IllegalStateException("rules/%s.drl: '%s' has no explanation".formatted(set, rule.getName()));
    }
}
