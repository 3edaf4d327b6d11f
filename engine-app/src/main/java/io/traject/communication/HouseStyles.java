package io.traject.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Logos and signatures by municipality: those in use, and drafts. */
@Repository
class HouseStyles {

    private final JdbcTemplate jdbc;

    HouseStyles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What letters carry now. */
    HouseStyle of(UUID municipality) {
        Map<StyleElement, StyleImage> images = new EnumMap<>(StyleElement.class);
        jdbc.query(
                "select * from communication_style_image where municipality_id = ? and not draft",
                row -> {
                    images.put(StyleElement.valueOf(row.getString("element")), image(row));
                },
                municipality);
        return HouseStyle.of(images);
    }

    Optional<StyleImage> draft(UUID municipality, StyleElement element) {
        return jdbc
                .query(
                        "select * from communication_style_image where municipality_id = ? and element = ? and draft",
                        (row, index) -> image(row),
                        municipality,
                        element.name())
                .stream()
                .findFirst();
    }

    void putDraft(UUID municipality, StyleElement element, StyleImage image) {
        jdbc.update(
                """
                insert into communication_style_image (municipality_id, element, draft, id, png, width, height, words,
                    function, changed_by, changed_at)
                values (?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (municipality_id, element, draft) do update set id = excluded.id, png = excluded.png,
                    width = excluded.width, height = excluded.height, words = excluded.words,
                    function = excluded.function, changed_by = excluded.changed_by, changed_at = excluded.changed_at""",
                municipality,
                element.name(),
                image.id(),
                image.image().png(),
                image.image().width(),
                image.image().height(),
                image.words(),
                image.function(),
                image.changedBy(),
                image.changedAt().atOffset(ZoneOffset.UTC));
    }

    /** The draft becomes what letters carry. */
    void useDraft(UUID municipality, StyleElement element, StyleImage by) {
        remove(municipality, element, false);
        jdbc.update(
                """
                update communication_style_image set draft = false, changed_by = ?, changed_at = ?
                where municipality_id = ? and element = ? and draft and id = ?""", by.changedBy(), by.changedAt().atOffset(ZoneOffset.UTC), municipality, element.name(), by.id());
    }

    void remove(UUID municipality, StyleElement element, boolean draft) {
        jdbc.update(
                "delete from communication_style_image where municipality_id = ? and element = ? and draft = ?",
                municipality,
                element.name(),
                draft);
    }

    private static StyleImage image(ResultSet row) throws SQLException {
        return new StyleImage(
                row.getObject("id", UUID.class),
                new PrintImage(row.getBytes("png"), row.getInt("width"), row.getInt("height")),
                row.getString("words"),
                row.getString("function"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
