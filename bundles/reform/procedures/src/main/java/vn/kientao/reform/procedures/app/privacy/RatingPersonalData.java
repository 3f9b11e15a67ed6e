package vn.kientao.reform.procedures.app.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.PersonalRemarks;

/** What people wrote when they rated their dossier. The words can be erased; the level stays, for the figures that the law asks for
 * (Nghị định 61/2018/NĐ-CP, Điều 29 và Điều 31). */
@Component(service = PersonalDataSource.class)
public final class RatingPersonalData extends NamedPersonalData {
    /** {@link #name}. */
    public static final String NAME = "procedures.rating";

    private static final String BASIS = "Nghị định 61/2018/NĐ-CP, Điều 29 và Điều 31";

    private final Database database;
    private final PersonalRemarks remarks = new PersonalRemarks();

    @Activate
    public RatingPersonalData(@Reference Database database, @Reference ProcedureTables tables) {
        super(NAME, "privacy.ratings", List.of(field("remark", "privacy.field.remark", "rating", BASIS, true)));
        this.database = database;
    }

    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        return database.read(handle -> remarks.find(handle, agency, subject, most)).stream()
                .map(remark -> new PersonalRecord(
                        NAME,
                        remark.dossier(),
                        TEXTS.text("privacy.rating", remark.dossier()),
                        Map.of("remark", remark.words(), "received", Formats.time(remark.at()))))
                .toList();
    }

    @Override
    public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
        if (remarks.one(transaction, agency, record).isEmpty()) {
            return gone();
        }
        Corrections.check(values);
        Optional.ofNullable(values.get("remark")).ifPresent(words -> remarks.write(transaction, agency, record, words));
        return Treatment.done();
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        if (remarks.one(transaction, agency, record).isEmpty()) {
            return gone();
        }
        remarks.write(transaction, agency, record, "");
        return Treatment.partly(TEXTS.text("privacy.rating.kept"));
    }
}
