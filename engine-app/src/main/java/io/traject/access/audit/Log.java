package io.traject.access.audit;

/** A log that is only appended to and sealed. */
public enum Log {
    /** Who changed what. */
    CHANGES("access_change", "action", "object_kind", "object_id", """
            jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint, organisation_id, node_id, actor_id,
                actor_kind, actor_name, behalf_id, behalf_name, action, object_kind, object_id, details,
                correlation_id)::text"""),
    /** Who looked at which file. */
    LOOKS("access_look", "part", "file_kind", "file_id", """
            jsonb_build_array(id, (extract(epoch from at) * 1000000)::bigint, organisation_id, node_id, actor_id,
                actor_kind, actor_name, behalf_id, behalf_name, part, file_kind, file_id, correlation_id)::text""");

    private final String table;
    private final String what;
    private final String kind;
    private final String object;
    private final String canonical;

    Log(String table, String what, String kind, String object, String canonical) {
        this.table = table;
        this.what = what;
        this.kind = kind;
        this.object = object;
        this.canonical = canonical;
    }

    String table() {
        return table;
    }

    /** The column that says what was done, or looked at. */
    String what() {
        return what;
    }

    /** The column with the kind of the object or file. */
    String kind() {
        return kind;
    }

    /** The column with the id of the object or file. */
    String object() {
        return object;
    }

    /** SQL for the one way to write down a row: a JSON array of everything in it but its block. */
    String canonical() {
        return canonical;
    }
}
