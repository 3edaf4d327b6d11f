package io.traject.access.rights;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.Reach.Part;
import io.traject.access.RecordedAsIs;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** Users of an organisation whose permissions hold for the same parts of it. */
@Entity
@Table(name = "access_group")
@BatchSize(size = 100)
public class UserGroup implements Audited {

    public static final int MAX_NAME_LENGTH = 60;
    public static final int MAX_PARTS = 200;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "organisation_id")
    private UUID organisation;

    private boolean standard;

    @RecordedAsIs
    private @Nullable String name;

    @RecordedAsIs
    @ElementCollection
    @CollectionTable(name = "access_group_part", joinColumns = @JoinColumn(name = "group_id"))
    private Set<StoredPart> parts;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected UserGroup() {}

    public UserGroup(UUID id, UUID organisation, String name, Set<Part> parts) {
        this.id = id;
        this.organisation = organisation;
        this.name = name;
        this.parts = parts.stream().map(StoredPart::of).collect(Collectors.toCollection(HashSet::new));
    }

    /** A part as the table keeps it. */
    @Embeddable
    record StoredPart(
            @Column(name = "node_id") UUID node,
            @Column(name = "with_below") boolean withBelow) {

        static StoredPart of(Part part) {
            return new StoredPart(part.node(), part.withBelow());
        }

        /** As logs name it. */
        @Override
        public String toString() {
            return withBelow ? node + " with all below" : node.toString();
        }
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("group", id, organisation);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID organisation() {
        return organisation;
    }

    /** Whether it is the group of the whole organisation; that one stays as it is, and the product names it. */
    public boolean standard() {
        return standard;
    }

    /** As the organisation calls it; empty for the standard one. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Set<Part> parts() {
        return parts.stream()
                .map(part -> new Part(part.node(), part.withBelow()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean reachesWhole() {
        return parts.contains(new StoredPart(organisation, true));
    }

    void rename(String wanted) {
        requireOwn();
        this.name = wanted;
    }

    /** Adds the part, or changes whether what lies below belongs to it. */
    void include(Part part) {
        requireOwn();
        exclude(part.node());
        parts.add(StoredPart.of(part));
    }

    void exclude(UUID node) {
        requireOwn();
        parts.removeIf(part -> part.node().equals(node));
    }

    /** As logs name it. */
    @Override
    public String toString() {
        return name == null ? "whole organisation" : name;
    }

    private void requireOwn() {
        if (standard) {
            throw new IllegalStateException("The group of the whole organisation stays as it is");
        }
    }
}
