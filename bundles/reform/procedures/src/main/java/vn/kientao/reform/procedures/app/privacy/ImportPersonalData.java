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
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.PersonalImportRows;
import vn.kientao.reform.procedures.store.privacy.PersonalImportRows.Erased;
import vn.kientao.reform.procedures.store.privacy.PersonalImportRows.Found;

/**
 * Rows of files with dossiers of before, for as long as they wait to be taken over or to be mended. Once taken over, a row is
 * a dossier: {@link DossierPersonalData}.
 */
@Component(service = PersonalDataSource.class)
public final class ImportPersonalData extends NamedPersonalData {
    /** {@link #name}. */
    public static final String NAME = "procedures.import-row";

    private static final String BASIS = "Nghị định 61/2018/NĐ-CP, Điều 17; Nghị định 118/2025/NĐ-CP";
    private static final List<ImportColumn> COLUMNS = ImportColumn.ALL.stream()
            .filter(PersonalImportRows.FIELDS::containsKey)
            .toList();

    private final Database database;
    private final PersonalImportRows rows = new PersonalImportRows();

    @Activate
    public ImportPersonalData(@Reference Database database, @Reference ProcedureTables tables) {
        super(
                NAME,
                "privacy.import-rows",
                COLUMNS.stream()
                        .map(PersonalImportRows.FIELDS::get)
                        .map(field -> field(field, "privacy.field." + field, "import", BASIS, false))
                        .toList());
        this.database = database;
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
            case GONE -> gone();
            case BUSY -> Treatment.kept(TEXTS.text("privacy.import-row.busy"));
        };
    }
}
