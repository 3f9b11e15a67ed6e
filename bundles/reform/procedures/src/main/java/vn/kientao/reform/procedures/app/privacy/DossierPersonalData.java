package vn.kientao.reform.procedures.app.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.DossierNotes;
import vn.kientao.reform.procedures.store.privacy.DossierNotes.Notes;
import vn.kientao.reform.procedures.store.privacy.PersonalDossiers;
import vn.kientao.reform.procedures.store.privacy.PersonalDossiers.PersonalDossier;

/**
 * What dossiers hold about applicants. A dossier under way is needed in full; of one that has ended, how to reach the
 * applicant can be erased, while who asked for what and what was decided is a record of the agency (Luật Lưu trữ
 * 33/2024/QH15) until its retention period is over.
 */
@Component
public final class DossierPersonalData implements PersonalDataSource {
    /** {@link PersonalDataSource#name}. */
    public static final String NAME = "procedures.dossier";

    private static final TextBundle TEXTS = TextBundle.of(DossierPersonalData.class);
    private static final String BASIS = "Nghị định 61/2018/NĐ-CP, Điều 17; Nghị định 118/2025/NĐ-CP";
    private static final List<String> CORRECTABLE =
            List.of("name", "idNumber", "address", "phone", "email", "ownerName", "ownerAddress");

    private final Database database;
    private final PersonalDossiers dossiers = new PersonalDossiers();
    private final DossierNotes notes = new DossierNotes();
    private final Erasing erasing = new Erasing();

    @Activate
    public DossierPersonalData(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalText title() {
        return TEXTS.text("privacy.dossiers");
    }

    @Override
    public List<PersonalField> fields() {
        return Stream.concat(PersonalDossiers.names().stream(), Stream.of("payer", "notes"))
                .map(name -> new PersonalField(
                        name,
                        TEXTS.text("privacy.field." + name),
                        FieldClass.BASIC,
                        TEXTS.text(purpose(name)),
                        BASIS,
                        CORRECTABLE.contains(name)))
                .toList();
    }

    private static String purpose(String field) {
        return switch (field) {
            case "phone", "email" -> "privacy.purpose.reach";
            case "handedTo" -> "privacy.purpose.handed-over";
            case "payer" -> "privacy.purpose.paid";
            default -> "privacy.purpose.settle";
        };
    }

    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        return database.read(handle -> {
            List<PersonalDossier> found = dossiers.find(handle, agency, subject, most);
            Map<Long, Notes> all =
                    notes.of(handle, found.stream().map(PersonalDossier::id).toList());
            return found.stream()
                    .map(dossier -> record(dossier, all.getOrDefault(dossier.id(), Notes.NONE)))
                    .toList();
        });
    }

    private static PersonalRecord record(PersonalDossier dossier, Notes notes) {
        Map<String, String> values = new LinkedHashMap<>();
        PersonalDossiers.names().forEach(name -> values.put(name, dossier.value(name)));
        values.put("payer", notes.payers());
        values.put("notes", notes.words());
        values.put("received", Formats.time(dossier.receivedAt()));
        return new PersonalRecord(
                NAME, dossier.code(), TEXTS.text("privacy.dossier", dossier.code(), dossier.procedure()), values);
    }

    @Override
    public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
        Optional<PersonalDossier> dossier = dossiers.one(transaction, agency, record);
        if (dossier.isEmpty()) {
            return Treatment.kept(TEXTS.text("privacy.gone"));
        }
        Corrections.check(values);
        dossiers.change(transaction, dossier.get(), values);
        return Treatment.done();
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        Optional<PersonalDossier> dossier = dossiers.one(transaction, agency, record);
        if (dossier.isEmpty()) {
            return Treatment.kept(TEXTS.text("privacy.gone"));
        }
        if (dossier.get().running()) {
            return Treatment.kept(TEXTS.text("privacy.kept.running"));
        }
        erasing.contact(transaction, dossier.get());
        return Treatment.partly(TEXTS.text("privacy.kept.archive"));
    }
}
