package vn.kientao.reform.procedures.app.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.PersonalImportRows;
import vn.kientao.reform.procedures.store.privacy.PersonalImportRows.Erased;
import vn.kientao.reform.procedures.store.privacy.PersonalImportRows.Found;

/**
 * Rows of files with dossiers of before, for as long as they wait to be taken over or to be mended. Once taken over, a row is
 * a dossier: {@link DossierPersonalData}.
 */
@Component
public final class ImportPersonalData implements PersonalDataSource {
    /** {@link PersonalDataSource#name}. */
    public static final String NAME = "procedures.import-row";

    private static final TextBundle TEXTS = TextBundle.of(ImportPersonalData.class);
    private static final String BASIS = "Nghị định 61/2018/NĐ-CP, Điều 17; Nghị định 118/2025/NĐ-CP";
    private static final List<ImportColumn> COLUMNS = ImportColumn.ALL.stream()
            .filter(PersonalImportRows.FIELDS::containsKey)
            .toList();

    private final Database database;
    private final PersonalImportRows rows = new PersonalImportRows();

    @Activate
    public ImportPersonalData(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalText title() {
        return TEXTS.text("privacy.import-rows");
    }

    @Override
    public List<PersonalField> fields() {
        return COLUMNS.stream()
                .map(PersonalImportRows.FIELDS::get)
                .map(field -> new PersonalField(
                        field,
                        TEXTS.text("privacy.field." + field),
                        FieldClass.BASIC,
                        TEXTS.text("privacy.purpose.import"),
                        BASIS,
                        false))
                .toList();
    }

    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        return database.read(handle -> rows.find(handle, agency, subject, most)).stream()
                .map(ImportPersonalData::record)
                .toList();
    }

    private static PersonalRecord record(Found found) {
        Map<String, String> values = new LinkedHashMap<>();
        COLUMNS.forEach(column ->
                values.put(PersonalImportRows.FIELDS.get(column), found.row().cell(column)));
        LocalText title = TEXTS.text(
                "privacy.import-row",
                "" + found.row().line(),
                found.fileName(),
                Formats.date(found.submittedAt().atZone(Formats.ZONE).toLocalDate()));
        return new PersonalRecord(NAME, found.id(), title, values);
    }

    @Override
    public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
        return Treatment.kept(TEXTS.text("privacy.import-row.again"));
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        Erased erased = rows.erase(transaction, agency, record);
        return switch (erased) {
            case DONE -> Treatment.done();
            case GONE -> Treatment.kept(TEXTS.text("privacy.gone"));
            case BUSY -> Treatment.kept(TEXTS.text("privacy.import-row.busy"));
        };
    }
}
