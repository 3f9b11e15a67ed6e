package vn.kientao.reform.procedures.store.petition;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionEvent;
import vn.kientao.reform.procedures.domain.petition.PetitionState;

/** Keeps petitions, their changes and their events. */
public final class PetitionWriter {
    private static final String INSERT = """
            INSERT INTO procedures.petition (version, agency_code, once_key, lookup, kind, channel, anonymous,
                   sender_name, sender_phone, sender_email, sender_address, dossier_code, title, content,
                   received_at, state, running, list_key, forward_due, answer_due, due_at, update_days, legal_basis,
                   assigned_to, answer, published, public_title, public_content, public_answer, public_search,
                   citizen_reason, reopened, search_text)
            VALUES (1, :agency, :once, :lookup, :kind, :channel, :anonymous,
                   :name, :phone, :email, :address, :dossier, :title, :content,
                   :at, 'NEW', TRUE, 0, :forwardDue, :answerDue, :forwardDue, :updateDays, :basis,
                   '', '', FALSE, '', '', '', '',
                   '', 0, :search)
            """;
    private static final String PUT_IN_ORDER = """
            UPDATE procedures.petition
               SET list_key = ?
             WHERE id = ?
            """;
    private static final String CHANGE = """
            UPDATE procedures.petition
               SET version = version + 1, state = :state, running = :running, list_key = :key, due_at = :due,
                   ended_at = :ended, classification = :class, assigned_to = :assigned, answer = :answer,
                   published = :published, published_at = :publishedAt, public_title = :publicTitle,
                   public_content = :publicContent, public_answer = :publicAnswer, public_search = :publicSearch,
                   citizen_level = :level, reopened = :reopened, content = :content
             WHERE id = :id AND version = :version
            """;
    private static final String REWORD = """
            UPDATE procedures.petition
               SET anonymous = :anonymous, sender_name = :name, sender_phone = :phone, sender_email = :email,
                   sender_address = :address, title = :title, content = :content, answer = :answer,
                   public_title = :publicTitle, public_content = :publicContent, public_answer = :publicAnswer,
                   public_search = :publicSearch, search_text = :search
             WHERE id = :id
            """;
    private static final String REWORD_EVENT = """
            UPDATE procedures.petition_event
               SET note = ?
             WHERE petition_id = ? AND version = ?
            """;
    private static final String INSERT_EVENT = """
            INSERT INTO procedures.petition_event (petition_id, version, happened, action, state, account, who, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Keeps a petition as received and returns its id. */
    public long insert(
            Handle transaction,
            NewPetition petition,
            String lookup,
            Optional<String> onceKey,
            PetitionClocks clocks,
            LocalDateTime at) {
        long id = transaction
                .createUpdate(INSERT)
                .bind("agency", petition.agency())
                .bind("once", onceKey.orElse(null))
                .bind("lookup", lookup)
                .bind("kind", petition.kind())
                .bind("channel", petition.channel())
                .bind("anonymous", petition.sender().anonymous())
                .bind("name", petition.sender().name())
                .bind("phone", petition.sender().phone())
                .bind("email", petition.sender().email())
                .bind("address", petition.sender().address())
                .bind("dossier", petition.dossier())
                .bind("title", petition.title())
                .bind("content", petition.content())
                .bind("at", at)
                .bind("forwardDue", clocks.forwardDue())
                .bind("answerDue", clocks.answerDue())
                .bind("updateDays", clocks.updateDays())
                .bind("basis", clocks.legalBasis())
                .bind("search", search(petition))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        transaction.execute(PUT_IN_ORDER, PetitionKey.running(clocks.forwardDue(), id), id);
        return id;
    }

    /** Keeps {@code changed} in the place of the version before; false when somebody else changed it meanwhile. */
    public boolean change(Handle transaction, Petition changed) {
        PetitionState state = changed.state();
        long key = state.running()
                ? PetitionKey.running(changed.due(), changed.id())
                : PetitionKey.ended(changed.endedAt().orElse(changed.due()), changed.id());
        Optional<Petition.Published> published = changed.published();
        return transaction
                        .createUpdate(CHANGE)
                        .bind("state", state.name())
                        .bind("running", state.running())
                        .bind("key", key)
                        .bind("due", changed.due())
                        .bind("ended", changed.endedAt().orElse(null))
                        .bind("class", changed.classification().map(Enum::name).orElse(null))
                        .bind("assigned", changed.assignedTo())
                        .bind("answer", changed.answer())
                        .bind("published", published.isPresent())
                        .bind(
                                "publishedAt",
                                published.map(Petition.Published::at).orElse(null))
                        .bind(
                                "publicTitle",
                                published.map(Petition.Published::title).orElse(""))
                        .bind(
                                "publicContent",
                                published.map(Petition.Published::content).orElse(""))
                        .bind(
                                "publicAnswer",
                                published.map(Petition.Published::answer).orElse(""))
                        .bind(
                                "publicSearch",
                                published.map(PetitionWriter::search).orElse(""))
                        .bind("level", changed.rating().orElse(null))
                        .bind("reopened", changed.reopened())
                        .bind("content", changed.text().content())
                        .bind("id", changed.id())
                        .bind("version", changed.version())
                        .execute()
                == 1;
    }

    /** Writes another sender or other words; the petition's course stays as it is. */
    public void reword(
            Handle transaction, long id, NewPetition text, String answer, Optional<Petition.Published> published) {
        transaction
                .createUpdate(REWORD)
                .bind("anonymous", text.sender().anonymous())
                .bind("name", text.sender().name())
                .bind("phone", text.sender().phone())
                .bind("email", text.sender().email())
                .bind("address", text.sender().address())
                .bind("title", text.title())
                .bind("content", text.content())
                .bind("answer", answer)
                .bind("publicTitle", published.map(Petition.Published::title).orElse(""))
                .bind(
                        "publicContent",
                        published.map(Petition.Published::content).orElse(""))
                .bind("publicAnswer", published.map(Petition.Published::answer).orElse(""))
                .bind("publicSearch", published.map(PetitionWriter::search).orElse(""))
                .bind("search", search(text))
                .bind("id", id)
                .execute();
    }

    /** Writes other words into the note of an event. */
    public void rewordEvent(Handle transaction, long id, long version, String note) {
        transaction.execute(REWORD_EVENT, note, id, version);
    }

    public void add(Handle transaction, long id, PetitionEvent event) {
        transaction.execute(
                INSERT_EVENT,
                id,
                event.version(),
                event.at(),
                event.action().name(),
                event.state().name(),
                event.account(),
                event.who(),
                event.note());
    }

    private static String search(NewPetition petition) {
        return folded(Stream.of(
                petition.title(),
                petition.content(),
                petition.sender().name(),
                petition.sender().phone(),
                petition.dossier()));
    }

    private static String search(Petition.Published published) {
        return folded(Stream.of(published.title(), published.content(), published.answer()));
    }

    private static String folded(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).map(Folding::fold).collect(Collectors.joining(" | "));
    }
}
