package vn.kientao.reform.procedures.app.petition;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionClass;
import vn.kientao.reform.procedures.domain.petition.PetitionEvent;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.petition.PetitionClocks;
import vn.kientao.reform.procedures.store.petition.PetitionReader;
import vn.kientao.reform.procedures.store.petition.PetitionRules;
import vn.kientao.reform.procedures.store.petition.PetitionTrails;
import vn.kientao.reform.procedures.store.petition.PetitionWriter;

/**
 * Takes petitions in and on (Decree 20/2008/NĐ-CP; Decision 574/QĐ-TTg of 2017). Each change is made only from the version
 * its author saw, and only where {@link PetitionAction} allows it; its event and its audit entry are kept with it.
 */
@Component(service = Petitions.class)
public final class Petitions {
    private static final Logger log = LoggerFactory.getLogger(Petitions.class);

    private final Database database;
    private final PetitionCounting counting;
    private final AuditTrail audit;
    private final Notices notices;
    private final ModuleEvents events;
    private final PetitionMail mail;
    private final TextBundle texts = TextBundle.of(Petitions.class);
    private final SecureRandom random = new SecureRandom();
    private final PetitionRules rules = new PetitionRules();
    private final PetitionReader reader = new PetitionReader();
    private final PetitionWriter writer = new PetitionWriter();
    private final PetitionTrails trails = new PetitionTrails();

    @Activate
    public Petitions(
            @Reference Database database,
            @Reference Deadlines deadlines,
            @Reference AuditTrail audit,
            @Reference Notices notices,
            @Reference ModuleEvents events,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.counting = new PetitionCounting(deadlines, rules);
        this.audit = audit;
        this.notices = notices;
        this.events = events;
        this.mail = new PetitionMail(notices);
    }

    /** What petitions may be about on that day. */
    public List<PetitionKind> kinds(LocalDate day) {
        return database.read(handle -> rules.kinds(handle, day));
    }

    /**
     * Takes a petition in and gives the sender a code that nobody else knows.
     *
     * @return empty when the same form was sent before: its code was shown then and cannot be shown again
     * @throws IllegalStateException when no clock is in force
     */
    public Optional<Received> receive(NewPetition petition, Doer doer) {
        SecretCode code = SecretCode.next(random);
        String lookup = code.lookup();
        return database.write(transaction -> {
            if (doer.onceKey()
                    .flatMap(key -> reader.byOnceKey(transaction, key))
                    .isPresent()) {
                return Optional.empty();
            }
            PetitionClocks clocks = counting.from(transaction, doer.at());
            long id = writer.insert(transaction, petition, lookup, doer.onceKey(), clocks, doer.at());
            PetitionAction action = PetitionAction.RECEIVE;
            writer.add(
                    transaction,
                    id,
                    new PetitionEvent(1, doer.at(), action, PetitionState.NEW, doer.account(), doer.name(), ""));
            Petition kept = reader.find(transaction, id).orElseThrow();
            audit.record(
                    transaction,
                    doer.audit()
                            .entry(
                                    "procedures.petition-receive",
                                    "petition",
                                    kept.number(),
                                    "{\"kind\":\"" + petition.kind() + "\"}"));
            log.info("Received petition {} of {}", kept.number(), petition.agency());
            return Optional.of(new Received(kept, code));
        });
    }

    /** The petition of this agency under an id. */
    public Optional<Petition> find(String agency, long id) {
        return database.read(handle -> reader.find(handle, id))
                .filter(petition -> petition.agency().equals(agency));
    }

    /** The petition that a code was given for. */
    public Optional<Petition> find(SecretCode code) {
        String lookup = code.lookup();
        return database.read(handle -> reader.byLookup(handle, lookup));
    }

    /**
     * Takes a petition on.
     *
     * @param seen the version that the author saw
     * @throws StaleRecordException when somebody else changed it meanwhile
     * @throws PetitionNotAllowedException when that cannot be done where it stands
     */
    public Petition change(Petition petition, long seen, PetitionChange change, Doer doer) {
        return database.write(transaction -> {
            Petition present = reader.find(transaction, petition.id()).orElseThrow();
            if (present.version() != seen) {
                throw new StaleRecordException("petition " + present.number(), seen);
            }
            if (!present.allows(change.action())) {
                throw new PetitionNotAllowedException(present, change.action());
            }
            Petition next = PetitionSteps.after(present, change, doer.at());
            if (!writer.change(transaction, next)) {
                throw new StaleRecordException("petition " + present.number(), seen);
            }
            writer.add(
                    transaction,
                    present.id(),
                    new PetitionEvent(
                            seen + 1,
                            doer.at(),
                            change.action(),
                            next.state(),
                            doer.account(),
                            doer.name(),
                            change.note()));
            if (!change.agency().isEmpty()) {
                trails.send(transaction, present.id(), change.agency(), change.site());
            } else if (change.action() == PetitionAction.FORWARD) {
                mail.left(transaction, next, change.site());
            }
            audit.record(
                    transaction,
                    doer.audit()
                            .entry("procedures.petition-" + change.action().word(), "petition", present.number(), "")
                            .changing(state(present), state(next)));
            tell(transaction, present, change.action(), doer);
            if (!next.classification().equals(present.classification())) {
                next.classification().ifPresent(what -> events.publish(transaction, classified(next, what, doer)));
            }
            log.info("Petition {}: {}", present.number(), change.action().word());
            return reader.find(transaction, present.id()).orElseThrow();
        });
    }

    /**
     * For those who look into the conduct of officials, and for those who review rules (Decree 20/2008/NĐ-CP, Articles 13
     * and 14).
     */
    private static ModuleEvent classified(Petition petition, PetitionClass what, Doer doer) {
        return new ModuleEvent(
                "procedures.petition-" + what.word(),
                Optional.of(petition.agency()),
                petition.number(),
                "{\"kind\":\"" + petition.text().kind() + "\"}",
                doer.at());
    }

    /** Whoever worked on it last learns what the sender, or who decides, has done. */
    private void tell(Handle transaction, Petition petition, PetitionAction action, Doer doer) {
        if (action.by() == PetitionAction.By.HANDLER || action == PetitionAction.RECEIVE) {
            return;
        }
        petition.events().stream()
                .filter(event -> event.action().by() == PetitionAction.By.HANDLER)
                .map(PetitionEvent::account)
                .filter(account -> !account.isEmpty() && !account.equals(doer.account()))
                .reduce((earlier, later) -> later)
                .ifPresent(account -> notices.tell(
                        transaction,
                        new Notice(
                                account,
                                "procedures.petition-" + action.word(),
                                texts.text("petition.notice." + action.word(), petition.number()),
                                "/" + petition.agency() + "/procedures/petitions/" + petition.id())));
    }

    private static String state(Petition petition) {
        return "{\"state\":\"" + petition.state().word() + "\",\"published\":"
                + petition.published().isPresent() + "}";
    }

    /** A petition that was just taken in, with the code that is told once. */
    public record Received(Petition petition, SecretCode code) {}
}
