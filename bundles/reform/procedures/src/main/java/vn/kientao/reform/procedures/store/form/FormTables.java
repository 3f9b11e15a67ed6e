package vn.kientao.reform.procedures.store.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.form.DictionaryField;
import vn.kientao.reform.procedures.domain.form.FieldKind;
import vn.kientao.reform.procedures.domain.form.FormItem;
import vn.kientao.reform.procedures.domain.form.FormTemplate;

/** Reads and writes forms and the dictionary. They belong to the province, not to an agency. */
public final class FormTables {
    private static final String FORMS = """
            SELECT id, version, form_code, title, procedure_code, revision FROM procedures.form_template
            """;

    public List<DictionaryField> dictionary(Handle handle) {
        return handle.createQuery(
                        "SELECT field_key, label_vi, label_en, kind, source FROM procedures.dictionary_field ORDER BY field_key")
                .map((row, context) -> new DictionaryField(
                        row.getString("field_key"),
                        new LocalText(row.getString("label_vi"), row.getString("label_en")),
                        FieldKind.valueOf(row.getString("kind")),
                        row.getString("source")))
                .list();
    }

    public void add(Handle handle, DictionaryField field) {
        handle.execute(
                "INSERT INTO procedures.dictionary_field (field_key, label_vi, label_en, kind, source)"
                        + " VALUES (?, ?, ?, ?, ?)",
                field.key(),
                field.label().vi(),
                field.label().en(),
                field.kind().name(),
                field.source());
    }

    /** Forms in order of their codes, above that code, with their fields. */
    public List<FormTemplate> forms(Handle handle, String above, int most) {
        List<FormTemplate> bare = handle.createQuery(
                        FORMS + " WHERE form_code > :above ORDER BY form_code FETCH FIRST :most ROWS ONLY")
                .bind("above", above)
                .bind("most", most)
                .map((row, context) -> bare(row))
                .list();
        return bare.stream().map(form -> filled(handle, form)).toList();
    }

    public Optional<FormTemplate> form(Handle handle, long id) {
        return handle.createQuery(FORMS + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> bare(row))
                .findOne()
                .map(form -> filled(handle, form));
    }

    public boolean taken(Handle handle, String code) {
        return handle.createQuery("SELECT COUNT(*) FROM procedures.form_template WHERE form_code = :code")
                        .bind("code", code)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    public long add(Handle handle, String code, String title, String procedure) {
        return handle.createUpdate("""
                INSERT INTO procedures.form_template (version, form_code, title, procedure_code, revision)
                VALUES (1, :code, :title, :procedure, 0)
                """)
                .bind("code", code)
                .bind("title", title)
                .bind("procedure", procedure)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** Puts other fields into the draft; false when the form is at another version by now. */
    public boolean draft(Handle handle, long form, long seen, List<FormItem> items) {
        if (!changed(handle, form, seen, 0)) {
            return false;
        }
        handle.execute("DELETE FROM procedures.form_item WHERE form_id = ? AND revision = 0", form);
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO procedures.form_item (form_id, revision, item_number, field_key, label, kind, required)
                VALUES (:form, 0, :number, :key, :label, :kind, :required)
                """);
        int number = 0;
        for (FormItem item : items) {
            number++;
            rows.bind("form", form)
                    .bind("number", number)
                    .bind("key", item.key())
                    .bind("label", item.label())
                    .bind("kind", item.kind().name())
                    .bind("required", item.required())
                    .add();
        }
        if (number > 0) {
            rows.execute();
        }
        return true;
    }

    /** Makes the draft the next revision; false when the form is at another version by now. */
    public boolean publish(Handle handle, FormTemplate form) {
        if (!changed(handle, form.id(), form.version(), 1)) {
            return false;
        }
        handle.execute("""
                INSERT INTO procedures.form_item (form_id, revision, item_number, field_key, label, kind, required)
                SELECT i.form_id, f.revision, i.item_number, i.field_key, i.label, i.kind, i.required
                  FROM procedures.form_item i JOIN procedures.form_template f ON f.id = i.form_id
                 WHERE i.form_id = ? AND i.revision = 0
                """, form.id());
        return true;
    }

    private static boolean changed(Handle handle, long form, long seen, int revisions) {
        return handle.execute(
                        "UPDATE procedures.form_template SET version = version + 1, revision = revision + " + revisions
                                + " WHERE id = ? AND version = ?",
                        form,
                        seen)
                == 1;
    }

    private static FormTemplate bare(ResultSet row) throws SQLException {
        return new FormTemplate(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("form_code"),
                row.getString("title"),
                row.getString("procedure_code"),
                row.getInt("revision"),
                List.of(),
                List.of());
    }

    private static FormTemplate filled(Handle handle, FormTemplate form) {
        Map<Integer, List<FormItem>> items = new HashMap<>();
        for (int revision : new int[] {0, form.revision()}) {
            items.put(revision, items(handle, form.id(), revision));
        }
        return new FormTemplate(
                form.id(),
                form.version(),
                form.code(),
                form.title(),
                form.procedure(),
                form.revision(),
                items.getOrDefault(0, List.of()),
                form.revision() == 0 ? List.of() : items.getOrDefault(form.revision(), List.of()));
    }

    /** The fields of a revision; 0 is the draft. */
    private static List<FormItem> items(Handle handle, long form, int revision) {
        return handle.createQuery("""
                SELECT field_key, label, kind, required FROM procedures.form_item
                 WHERE form_id = :form AND revision = :revision ORDER BY form_id, revision, item_number
                """)
                .bind("form", form)
                .bind("revision", revision)
                .map((row, context) -> new FormItem(
                        row.getString("field_key"),
                        row.getString("label"),
                        FieldKind.valueOf(row.getString("kind")),
                        row.getBoolean("required")))
                .list();
    }
}
