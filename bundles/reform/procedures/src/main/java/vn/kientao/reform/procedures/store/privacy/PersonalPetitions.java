package vn.kientao.reform.procedures.store.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionEvent;
import vn.kientao.reform.procedures.domain.petition.Sender;
import vn.kientao.reform.procedures.store.petition.PetitionReader;
import vn.kientao.reform.procedures.store.petition.PetitionWriter;

/** The personal data of senders in {@code procedures.petition}. */
public final class PersonalPetitions {
    private static final String COLUMNS = """
            SELECT id, received_at, sender_name, sender_phone, sender_email, sender_address, title, content
              FROM procedures.petition
            """;
    /** Each of the three by its own index. */
    private static final String FIND = COLUMNS + """
             WHERE id IN (SELECT id FROM procedures.petition
                           WHERE agency_code = :agency AND sender_phone = :phone
                          UNION
                          SELECT id FROM procedures.petition
                           WHERE agency_code = :agency AND sender_email = :email
                          UNION
                          SELECT id FROM procedures.petition
                           WHERE agency_code = :agency AND sender_name = :name)
             ORDER BY received_at DESC, id DESC
             FETCH FIRST :most ROWS ONLY
            """;

    private final PetitionReader reader = new PetitionReader();
    private final PetitionWriter writer = new PetitionWriter();

    /** A petition as far as it is about a person. */
    public record PersonalPetition(long id, LocalDateTime receivedAt, Sender sender, String title, String content) {
        public String number() {
            return Petition.number(receivedAt, id);
        }
    }

    public List<PersonalPetition> find(Handle handle, String agency, DataSubject subject, int most) {
        return handle.createQuery(FIND)
                .bind("agency", agency)
                .bind("phone", Subjects.known(subject.phone()))
                .bind("email", Subjects.known(subject.email()))
                .bind("name", Subjects.known(subject.name()))
                .bind("most", most)
                .map((row, context) -> petition(row))
                .list();
    }

    private static PersonalPetition petition(ResultSet row) throws SQLException {
        return new PersonalPetition(
                row.getLong("id"),
                row.getObject("received_at", LocalDateTime.class),
                new Sender(
                        false,
                        row.getString("sender_name"),
                        row.getString("sender_phone"),
                        row.getString("sender_email"),
                        row.getString("sender_address")),
                row.getString("title"),
                row.getString("content"));
    }

    /** The agency's petition with that number. */
    public Optional<Petition> one(Handle handle, String agency, String number) {
        return Subjects.idOf(number)
                .flatMap(id -> reader.find(handle, id))
                .filter(petition ->
                        petition.agency().equals(agency) && petition.number().equals(number));
    }

    /** Writes another sender, or the same one with other data. */
    public void correct(Handle transaction, Petition petition, Map<String, String> values) {
        Sender before = petition.text().sender();
        Sender after = new Sender(
                before.anonymous(),
                values.getOrDefault("name", before.name()),
                values.getOrDefault("phone", before.phone()),
                values.getOrDefault("email", before.email()),
                values.getOrDefault("address", before.address()));
        NewPetition text = petition.text();
        writer.reword(
                transaction,
                petition.id(),
                text(text, after, text.title(), text.content()),
                petition.answer(),
                petition.published());
    }

    /** Takes the sender out, also of what the sender and the officers wrote; what was said and answered stays. */
    public void takeSenderOut(Handle transaction, long id) {
        Petition petition = reader.find(transaction, id).orElseThrow();
        NewPetition text = petition.text();
        Sender sender = text.sender();
        writer.reword(
                transaction,
                id,
                text(text, Sender.UNKNOWN, sender.maskedIn(text.title()), sender.maskedIn(text.content())),
                sender.maskedIn(petition.answer()),
                petition.published()
                        .map(open -> new Petition.Published(
                                open.at(),
                                sender.maskedIn(open.title()),
                                sender.maskedIn(open.content()),
                                sender.maskedIn(open.answer()))));
        for (PetitionEvent event : petition.events()) {
            String note = sender.maskedIn(event.note());
            if (!note.equals(event.note())) {
                writer.rewordEvent(transaction, id, event.version(), note);
            }
        }
    }

    private static NewPetition text(NewPetition text, Sender sender, String title, String content) {
        return new NewPetition(text.agency(), text.kind(), text.channel(), sender, text.dossier(), title, content);
    }
}
