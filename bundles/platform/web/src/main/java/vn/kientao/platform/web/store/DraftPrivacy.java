package vn.kientao.platform.web.store;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.FieldClass;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalField;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.RetentionRule;
import vn.kientao.platform.api.privacy.RetentionSource;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.web.draft.Drafts;

/** Half-filled forms (bản nháp) may hold anything that people type about somebody; they go after a week. */
@Component
public final class DraftPrivacy implements PersonalDataSource, RetentionSource {
    private static final TextBundle TEXTS = TextBundle.of(DraftPrivacy.class);
    private static final String BASIS = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 3";
    private static final String SPLIT = "|";

    private final Database database;

    /** @param drafts whose table this reads; there once the drafts are */
    @Activate
    public DraftPrivacy(@Reference Database database, @Reference Drafts drafts) {
        this.database = database;
    }

    @Override
    public String name() {
        return "web.draft";
    }

    @Override
    public LocalText title() {
        return TEXTS.text("privacy.drafts");
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(new PersonalField(
                "fields",
                TEXTS.text("privacy.drafts.fields"),
                FieldClass.BASIC,
                TEXTS.text("privacy.drafts.purpose"),
                BASIS,
                false));
    }

    /** By identity number or telephone number; a week's drafts are few enough to be read through. */
    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        List<String> known = Stream.of(subject.idNumber(), subject.phone())
                .filter(number -> number.matches("\\d{9,12}"))
                .toList();
        return known.isEmpty()
                ? List.of()
                : database.read(handle -> handle.createQuery("""
                        SELECT owner, module, form, fields
                          FROM web.draft
                         WHERE agency = :agency AND (fields LIKE :one OR fields LIKE :other)
                         ORDER BY updated_at DESC, owner, module, form
                         FETCH FIRST :most ROWS ONLY
                        """)
                        .bind("agency", agency)
                        .bind("one", "%" + known.get(0) + "%")
                        .bind("other", "%" + known.get(known.size() - 1) + "%")
                        .bind("most", most)
                        .map((row, context) -> new PersonalRecord(
                                name(),
                                String.join(
                                        SPLIT, row.getString("owner"), row.getString("module"), row.getString("form")),
                                TEXTS.text("privacy.draft", row.getString("module"), row.getString("form")),
                                Map.of("fields", row.getString("fields"))))
                        .list());
    }

    @Override
    public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
        return Treatment.kept(TEXTS.text("privacy.drafts.kept"));
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        String[] parts = record.split("\\|", 3);
        if (parts.length == 3) {
            transaction.execute(
                    "DELETE FROM web.draft WHERE owner = ? AND agency = ? AND module = ? AND form = ?",
                    parts[0],
                    agency,
                    parts[1],
                    parts[2]);
        }
        return Treatment.done();
    }

    @Override
    public List<RetentionRule> rules() {
        return List.of(new RetentionRule(
                "web.drafts",
                "draft",
                TEXTS.text("privacy.drafts"),
                TEXTS.text("privacy.drafts.from"),
                RetentionRule.Action.DELETE,
                Period.ofDays(7),
                Period.ofDays(1),
                BASIS));
    }

    @Override
    public long due(String rule, Scope scope) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(form) FROM web.draft WHERE updated_at < ?")
                .bind(0, scope.before().atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
    }

    /** All at once: there are few, and a draft is never held. */
    @Override
    public int apply(Handle transaction, String rule, Scope scope, int most) {
        Instant before = scope.before();
        return transaction.execute("DELETE FROM web.draft WHERE updated_at < ?", before.atOffset(ZoneOffset.UTC));
    }
}
