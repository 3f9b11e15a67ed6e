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
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.privacy.PersonalPetitions;

/** What petitions hold about those who send them. Who sent one that has been answered can be taken out; what it says and what was
 * answered is a record of the agency (Nghị định 20/2008/NĐ-CP, Điều 9 và Điều 14). */
@Component(service = PersonalDataSource.class)
public final class PetitionPersonalData extends NamedPersonalData {
    /** {@link #name}. */
    public static final String NAME = "procedures.petition";

    private static final String BASIS = "Nghị định 20/2008/NĐ-CP, Điều 7 và Điều 9";

    private final Database database;
    private final PersonalPetitions petitions = new PersonalPetitions();

    @Activate
    public PetitionPersonalData(@Reference Database database, @Reference ProcedureTables tables) {
        super(
                NAME,
                "privacy.petitions",
                Stream.of("name", "phone", "email", "address", "title", "content")
                        .map(name -> field(
                                name,
                                "privacy.petition.field." + name,
                                "petition",
                                BASIS,
                                !name.equals("title") && !name.equals("content")))
                        .toList());
        this.database = database;
    }

    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        return database.read(handle -> petitions.find(handle, agency, subject, most)).stream()
                .map(petition -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("name", petition.sender().name());
                    values.put("phone", petition.sender().phone());
                    values.put("email", petition.sender().email());
                    values.put("address", petition.sender().address());
                    values.put("title", petition.title());
                    values.put("content", petition.content());
                    values.put("received", Formats.time(petition.receivedAt()));
                    return new PersonalRecord(
                            NAME, petition.number(), TEXTS.text("privacy.petition", petition.number()), values);
                })
                .toList();
    }

    @Override
    public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
        Optional<Petition> petition = petitions.one(transaction, agency, record);
        if (petition.isEmpty()) {
            return gone();
        }
        Corrections.check(values);
        petitions.correct(transaction, petition.get(), values);
        return Treatment.done();
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        Optional<Petition> petition = petitions.one(transaction, agency, record);
        if (petition.isEmpty()) {
            return gone();
        }
        if (petition.get().state().running()) {
            return Treatment.kept(TEXTS.text("privacy.petition.running"));
        }
        petitions.takeSenderOut(transaction, petition.get().id());
        return Treatment.partly(TEXTS.text("privacy.petition.kept"));
    }
}
