package io.traject.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of templates; rows are added and never changed, and go with a template that was never used. */
@Component
class TemplateVersions {

    private final JdbcClient jdbc;

    TemplateVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Template template, String comment) {
        jdbc.sql("""
                        insert into communication_template_version (template_id, number, subject, body, saved_by, saved_at, comment)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        template.id(),
                        template.number(),
                        template.text().subject(),
                        template.text().body(),
                        template.updatedBy(),
                        Timestamp.from(template.updatedAt()),
                        comment)
                .update();
    }

    void remove(Template template) {
        jdbc.sql("delete from communication_template_version where template_id = ?")
                .param(template.id())
                .update();
    }

    /** Newest first. */
    List<TemplateVersion> of(UUID templateId) {
        return jdbc.sql("""
                        select number, subject, body, saved_by, saved_at, comment from communication_template_version
                        where template_id = ? order by number desc""").param(templateId).query(TemplateVersions::version).list();
    }

    private static TemplateVersion version(ResultSet row, int index) throws SQLException {
        return new TemplateVersion(
                row.getInt("number"),
                new TemplateText(row.getString("subject"), row.getString("body")),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("comment"));
    }
}
