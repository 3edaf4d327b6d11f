package io.traject.communication;

import io.traject.cases.CaseNames;
import io.traject.cases.SubjectNames;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A mail is named by the case that it was about. */
@Component
class MailNames implements SubjectNames {

    private final Communications communications;
    private final CaseNames cases;

    MailNames(Communications communications, CaseNames cases) {
        this.communications = communications;
        this.cases = cases;
    }

    @Override
    public List<Named> named(Collection<UUID> ids) {
        Map<UUID, UUID> caseOfMail = communications.casesOfMails(ids);
        Map<UUID, Named> named = cases.named(new HashSet<>(caseOfMail.values())).stream()
                .collect(Collectors.toMap(Named::id, Function.identity()));
        return caseOfMail.entrySet().stream()
                .flatMap(mail -> Stream.ofNullable(named.get(mail.getValue())).map(about -> of(mail.getKey(), about)))
                .toList();
    }

    private static Named of(UUID mail, Named about) {
        return new Named(mail, about.organisation(), about.caseId(), about.name(), about.path());
    }
}
