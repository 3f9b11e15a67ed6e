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
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.Formats;
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
@Component(service = PersonalDataSource.class)
public final class DossierPersonalData extends NamedPersonalData {
    /** {@link #name}. */
    public static final String NAME = "procedures.dossier";

    private static final String BASIS = "Nghị định 61/2018/NĐ-CP, Điều 17; Nghị định 118/2025/NĐ-CP";
    private static final List<String> CORRECTABLE =
            List.of("name", "idNumber", "address", "phone", "email", "ownerName", "ownerAddress");

    private final Database database;
    private final PersonalDossiers dossiers = new PersonalDossiers();
    private final DossierNotes notes = new DossierNotes();
    private final Erasing erasing = new Erasing();

    @Activate
    public DossierPersonalData(@Reference Database database, @Reference ProcedureTables tables) {
        super(
                NAME,
                "privacy.dossiers",
                Stream.concat(PersonalDossiers.names().stream(), Stream.of("payer", "notes"))
                        .map(name ->
                                field(name, "privacy.field." + name, purpose(name), BASIS, CORRECTABLE.contains(name)))
                        .toList());
        this.database = database;
    }

    private static String purpose(String field) {
        return switch (field) {
            case "phone", "email" -> "reach";
            case "handedTo" -> "handed-over";
            case "payer" -> "paid";
            default -> "settle";
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
            return gone();
        }
        Corrections.check(values);
        dossiers.change(transaction, dossier.get(), values);
        return Treatment.done();
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        Optional<PersonalDossier> dossier = dossiers.one(transaction, agency, record);
        if (dossier.isEmpty()) {
            return gone();
        }
        if (dossier.get().running()) {
            return Treatment.kept(TEXTS.text("privacy.kept.running"));
        }
        erasing.contact(transaction, dossier.get());
        return Treatment.partly(TEXTS.text("privacy.kept.archive"));
    }
}
