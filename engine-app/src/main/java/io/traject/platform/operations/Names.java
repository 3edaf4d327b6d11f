package io.traject.platform.operations;

import io.traject.access.Organisations;
import io.traject.cases.SubjectNames;
import io.traject.cases.SubjectNames.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names what processes and mails are about, with the municipality whose it is. */
@Component
public class Names {

    private final List<SubjectNames> rooms;
    private final Organisations organisations;

    Names(List<SubjectNames> rooms, Organisations organisations) {
        this.rooms = rooms;
        this.organisations = organisations;
    }

    /** By id; without those that no room knows. */
    public Map<UUID, Named> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rooms.stream()
                        .flatMap(room -> room.named(ids).stream())
                        .collect(Collectors.toMap(Named::id, Function.identity(), (one, same) -> one));
    }

    public Map<UUID, String> municipalities() {
        return organisations.all().stream()
                .collect(Collectors.toMap(Organisations.Entry::id, Organisations.Entry::name));
    }
}
