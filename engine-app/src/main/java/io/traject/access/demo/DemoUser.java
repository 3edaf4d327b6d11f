package io.traject.access.demo;

import io.traject.access.Reach.Part;
import io.traject.access.StandardRole;
import io.traject.access.rights.UserGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user of the demo.
 *
 * @param group whose parts the user reaches; empty for the whole organisation
 */
record DemoUser(
        String username, String displayName, StandardRole role, Optional<UUID> organisation, Optional<UUID> group) {

    /** The municipality and the provider that the organisation room makes before, with an employer and a department. */
    static final UUID MUNICIPALITY = id(0x1);

    private static final UUID PROVIDER = id(0x100);
    private static final UUID METALWORKS = id(0x201);
    private static final UUID WELDING = id(0x204);

    static final List<UUID> ORGANISATIONS = List.of(MUNICIPALITY, PROVIDER);

    private static final UUID METALWORKS_GROUP = id(0x301);
    private static final UUID WELDING_GROUP = id(0x302);

    static final List<DemoUser> ALL = List.of(
            ofMunicipality("casper", "Casper de Wit", StandardRole.CASE_WORKER),
            ofMunicipality("nadia", "Nadia el Amrani", StandardRole.CASE_WORKER),
            ofMunicipality("fatima", "Fatima Yildiz", StandardRole.ADMINISTRATOR),
            ofMunicipality("fred", "Fred Bakker", StandardRole.FUNCTIONAL_ADMINISTRATOR),
            ofMunicipality("petra", "Petra Smit", StandardRole.PLANNER),
            ofMunicipality("bram", "Bram Visser", StandardRole.PRACTITIONER),
            ofMunicipality("anouk", "Anouk Peters", StandardRole.PROCESS_ANALYST),
            ofMunicipality("arend", "Arend Mulder", StandardRole.AUDITOR),
            ofProvider("astrid", "Astrid Vermeer", StandardRole.ADMINISTRATOR),
            ofProvider("femke", "Femke Dijkstra", StandardRole.FUNCTIONAL_ADMINISTRATOR),
            ofProvider("carla", "Carla Bos", StandardRole.CASE_WORKER),
            ofProvider("pim", "Pim de Haan", StandardRole.PLANNER),
            ofProvider("bea", "Bea van Leeuwen", StandardRole.PRACTITIONER),
            ofProvider("anton", "Anton Prins", StandardRole.PROCESS_ANALYST),
            new DemoUser(
                    "erik",
                    "Erik Kramer",
                    StandardRole.EMPLOYER_USER,
                    Optional.of(PROVIDER),
                    Optional.of(METALWORKS_GROUP)),
            new DemoUser(
                    "maaike",
                    "Maaike Smits",
                    StandardRole.DEPARTMENT_MANAGER,
                    Optional.of(PROVIDER),
                    Optional.of(WELDING_GROUP)),
            new DemoUser(
                    "beheer",
                    "Beheer Traject",
                    StandardRole.INSTALLATION_ADMINISTRATOR,
                    Optional.empty(),
                    Optional.empty()));

    static List<UserGroup> groups() {
        return List.of(
                new UserGroup(METALWORKS_GROUP, PROVIDER, "Metaalwerken Zuid", Set.of(new Part(METALWORKS, true))),
                new UserGroup(WELDING_GROUP, PROVIDER, "Lashal", Set.of(new Part(WELDING, true))));
    }

    String mailDomain() {
        return organisation.filter(PROVIDER::equals).isPresent() ? "debrug.example" : "waterdam.example";
    }

    private static DemoUser ofMunicipality(String username, String displayName, StandardRole role) {
        return new DemoUser(username, displayName, role, Optional.of(MUNICIPALITY), Optional.empty());
    }

    private static DemoUser ofProvider(String username, String displayName, StandardRole role) {
        return new DemoUser(username, displayName, role, Optional.of(PROVIDER), Optional.empty());
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-7000-8000-%012x".formatted(number));
    }
}
