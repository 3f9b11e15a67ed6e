package vn.kientao.reform.procedures.app.rating;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.rating.Answers;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.domain.rating.Rating;
import vn.kientao.reform.procedures.domain.rating.Satisfaction;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.rating.Questionnaires;
import vn.kientao.reform.procedures.store.rating.RatingReader;
import vn.kientao.reform.procedures.store.rating.RatingWriter;

/**
 * Ratings of dossiers (Decree 61/2018/NĐ-CP, Articles 29 and 31): one a dossier, once it no longer runs. Words may be
 * hidden with a reason that stays on record; levels are never changed and always count.
 */
@Component(service = Ratings.class)
public final class Ratings {
    private final Database database;
    private final AuditTrail audit;
    private final Questionnaires questionnaires = new Questionnaires();
    private final RatingReader reader = new RatingReader();
    private final RatingWriter writer = new RatingWriter();

    @Activate
    public Ratings(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** What is asked on that day. */
    public Questionnaire asked(LocalDate day) {
        return database.read(handle -> questionnaires.on(handle, day));
    }

    /** Whether a dossier can be rated: it has ended, one way or the other. */
    public boolean mayRate(Dossier dossier) {
        return !dossier.status().running();
    }

    public Optional<Rating> of(Dossier dossier) {
        return database.read(handle -> reader.ofDossier(handle, dossier.id()));
    }

    /** Keeps the rating; false when the dossier has one already, or still runs. */
    public boolean rate(Dossier dossier, Answers answers, LocalDateTime at, AuditEntry entry) {
        if (!mayRate(dossier)) {
            return false;
        }
        return database.write(transaction -> {
            Optional<Long> made = writer.insert(transaction, dossier, answers, at);
            made.ifPresent(id -> audit.record(transaction, entry));
            return made.isPresent();
        });
    }

    /** The rating of this agency under an id. */
    public Optional<Rating> find(String agency, long id) {
        return database.read(handle -> reader.find(handle, id))
                .filter(rating -> rating.agency().equals(agency));
    }

    /**
     * Hides or shows the words of a rating.
     *
     * @throws StaleRecordException when somebody else did so meanwhile
     */
    public void moderate(Rating rating, boolean hidden, String reason, Doer doer) {
        database.write(transaction -> {
            Rating.Moderation moderation =
                    new Rating.Moderation(doer.at(), doer.account(), doer.name(), hidden, reason);
            if (!writer.moderate(transaction, rating, moderation)) {
                throw new StaleRecordException("rating of " + rating.dossier(), rating.version());
            }
            audit.record(
                    transaction,
                    doer.audit()
                            .entry("procedures.rating-moderate", "rating", rating.dossier(), "")
                            .changing("{\"hidden\":" + rating.hidden() + "}", "{\"hidden\":" + hidden + "}")
                            .because(reason));
            return true;
        });
    }

    /** The ratings of an agency from one day to another, newest first, without answers to single contents. */
    public List<Rating> page(
            String agency, LocalDate from, LocalDate to, Optional<Integer> level, Optional<Long> after, int size) {
        return database.read(
                handle -> reader.page(handle, agency, new RatingReader.Span(from, to), level, after, size));
    }

    /** The ratings of an agency from one day to another, taken together. */
    public Satisfaction satisfaction(String agency, LocalDate from, LocalDate to) {
        return database.read(handle ->
                reader.satisfaction(handle, questionnaires.on(handle, to), agency, new RatingReader.Span(from, to)));
    }
}
