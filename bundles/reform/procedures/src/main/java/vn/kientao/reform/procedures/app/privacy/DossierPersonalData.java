package vn.kientao.reform.procedures.app.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return PersonalDossiers.names().stream()
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
            default -> "privacy.purpose.settle";
        };
    }

    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        return database.read(handle -> dossiers.find(handle, agency, subject, most)).stream()
                .map(DossierPersonalData::record)
                .toList();
    }

    private static PersonalRecord record(PersonalDossier dossier) {
        Map<String, String> values = new LinkedHashMap<>();
        PersonalDossiers.names().forEach(name -> values.put(name, dossier.value(name)));
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
        values.forEach(DossierPersonalData::check);
        dossiers.change(transaction, dossier.get(), values);
        return Treatment.done();
    }

    private static void check(String field, String value) {
        boolean fits = switch (field) {
            case "name" -> !value.isBlank() && value.length() <= 200;
            case "idNumber" -> value.matches("[0-9A-Za-z./-]{0,60}");
            case "phone" -> value.matches("0\\d{9,10}");
            case "email" -> value.isEmpty() || (value.length() <= 200 && value.matches("[^@\\s]+@[^@\\s]+"));
            case "address", "ownerAddress" -> value.length() <= 500;
            case "ownerName" -> value.length() <= 200;
            default -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    TEXTS.text("privacy.field." + field).vi() + ": " + value);
        }
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
