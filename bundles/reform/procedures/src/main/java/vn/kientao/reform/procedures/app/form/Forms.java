package vn.kientao.reform.procedures.app.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.domain.form.DictionaryField;
import vn.kientao.reform.procedures.domain.form.FormItem;
import vn.kientao.reform.procedures.domain.form.FormTemplate;
import vn.kientao.reform.procedures.domain.form.Overlap;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.form.FormTables;

/** Forms and the dictionary of their fields; each change leaves its audit entry. */
@Component(service = Forms.class)
public final class Forms {
    private static final int PAGE = 200;

    private final Database database;
    private final AuditTrail auditTrail;
    private final FormTables tables = new FormTables();

    @Activate
    public Forms(@Reference Database database, @Reference AuditTrail auditTrail, @Reference ProcedureTables migrated) {
        this.database = database;
        this.auditTrail = auditTrail;
    }

    /** Makes an entry of the audit trail for what is being done. */
    @FunctionalInterface
    public interface Audit {
        AuditEntry entry(String action, String objectType, String objectId, String detail);
    }

    /** The whole dictionary, by key. */
    public List<DictionaryField> dictionary() {
        return database.read(tables::dictionary);
    }

    /** Adds a field to the dictionary; false when its key is taken. */
    public boolean addField(DictionaryField field, Audit audit) {
        return database.write(handle -> {
            boolean taken = tables.dictionary(handle).stream()
                    .anyMatch(known -> known.key().equals(field.key()));
            if (taken) {
                return false;
            }
            tables.add(handle, field);
            auditTrail.record(handle, audit.entry("procedures.field-add", "dictionary-field", field.key(), ""));
            return true;
        });
    }

    /** Forms by code, above that code. */
    public List<FormTemplate> forms(String above, int most) {
        return database.read(handle -> tables.forms(handle, above, most));
    }

    public Optional<FormTemplate> form(long id) {
        return database.read(handle -> tables.form(handle, id));
    }

    /** Makes a form without fields; empty when its code is taken. */
    public Optional<Long> add(String code, String title, String procedure, Audit audit) {
        return database.write(handle -> {
            if (tables.taken(handle, code)) {
                return Optional.empty();
            }
            long id = tables.add(handle, code, title, procedure);
            auditTrail.record(handle, audit.entry("procedures.form-add", "form", String.valueOf(id), ""));
            return Optional.of(id);
        });
    }

    /** Puts other fields into the draft. */
    public void draft(FormTemplate form, List<FormItem> items, Audit audit) {
        change(
                form,
                "draft",
                "{\"fields\":" + items.size() + "}",
                audit,
                handle -> tables.draft(handle, form.id(), form.version(), items));
    }

    /** Makes the draft the next revision of the form. */
    public void publish(FormTemplate form, Audit audit) {
        change(
                form,
                "publish",
                "{\"revision\":" + (form.revision() + 1) + "}",
                audit,
                handle -> tables.publish(handle, form));
    }

    private void change(FormTemplate form, String verb, String detail, Audit audit, Predicate<Handle> change) {
        database.write(handle -> {
            if (!change.test(handle)) {
                throw new StaleRecordException("form " + form.code(), form.version());
            }
            auditTrail.record(
                    handle, audit.entry("procedures.form-" + verb, "form", String.valueOf(form.id()), detail));
            return true;
        });
    }

    /** Pairs of published forms that ask for at least so many percent of their fields alike, the most alike first. */
    public List<Overlap> overlaps(BigDecimal leastPercent) {
        List<FormTemplate> all = new ArrayList<>();
        List<FormTemplate> page;
        String above = "";
        do {
            page = forms(above, PAGE);
            for (FormTemplate form : page) {
                above = form.code();
                if (form.revision() > 0) {
                    all.add(form);
                }
            }
        } while (page.size() == PAGE);
        return Overlap.among(all, leastPercent);
    }
}
