package vn.kientao.reform.procedures.app.petition;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionEvent;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.domain.petition.PetitionTrail;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.petition.PetitionReader;
import vn.kientao.reform.procedures.store.petition.PetitionRules;
import vn.kientao.reform.procedures.store.petition.PetitionTrails;
import vn.kientao.reform.procedures.store.petition.PetitionWriter;

/**
 * Brings forwarded petitions into the register of the agency that answers them (Decree 20/2008/NĐ-CP, Article 13; Decree
 * 61/2018/NĐ-CP). Their clocks begin there anew with the arrival; the sender's code then leads there, and what happened
 * before stays readable. The work is about two agencies and is done for neither: the database keeps agencies apart.
 */
@Component(service = PetitionMoves.class)
public final class PetitionMoves {
    private static final Logger log = LoggerFactory.getLogger(PetitionMoves.class);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final AuditTrail audit;
    private final Agencies agencies;
    private final PetitionCounting counting;
    private final PetitionMail mail;
    private final PetitionReader reader = new PetitionReader();
    private final PetitionWriter writer = new PetitionWriter();
    private final PetitionTrails trails = new PetitionTrails();

    @Activate
    public PetitionMoves(
            @Reference Database database,
            @Reference Deadlines deadlines,
            @Reference AuditTrail audit,
            @Reference Agencies agencies,
            @Reference Notices notices,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
        this.agencies = agencies;
        this.mail = new PetitionMail(notices);
        this.counting = new PetitionCounting(deadlines, new PetitionRules());
    }

    /** Brings everything that is on its way to where it goes; returns how many arrived. */
    public int deliver(LocalDateTime now) {
        int arrived = 0;
        long after = 0;
        List<PetitionTrails.Sent> sent;
        do {
            long begin = after;
            sent = database.read(handle -> trails.inTransit(handle, begin, AT_ONCE));
            for (PetitionTrails.Sent one : sent) {
                boolean came = database.write(transaction -> arrive(transaction, one, now));
                arrived += came ? 1 : 0;
                after = one.id();
            }
        } while (sent.size() == AT_ONCE);
        return arrived;
    }

    private boolean arrive(Handle transaction, PetitionTrails.Sent sent, LocalDateTime now) {
        Optional<String> lookup = trails.leave(transaction, sent.id());
        if (lookup.isEmpty()) {
            return false;
        }
        Petition left = reader.find(transaction, sent.id()).orElseThrow();
        long id = writer.insert(
                transaction,
                addressedTo(sent.agency(), left.text()),
                lookup.get(),
                Optional.empty(),
                counting.from(transaction, now),
                now);
        PetitionEvent sending = left.events().get(left.events().size() - 1);
        writer.add(
                transaction,
                id,
                new PetitionEvent(
                        1, now, PetitionAction.RECEIVE, PetitionState.NEW, "", name(left.agency()), sending.note()));
        Petition arrived = reader.find(transaction, id).orElseThrow();
        trails.arrive(transaction, left, arrived);
        audit.record(transaction, entry(arrived, left));
        mail.arrived(transaction, arrived, called(arrived.agency()), sent.site());
        log.info("Petition {} of {} is now {} of {}", left.number(), left.agency(), arrived.number(), sent.agency());
        return true;
    }

    private static NewPetition addressedTo(String agency, NewPetition text) {
        return new NewPetition(
                agency, text.kind(), text.channel(), text.sender(), text.dossier(), text.title(), text.content());
    }

    private static AuditEntry entry(Petition arrived, Petition left) {
        return new AuditEntry(
                Actor.system("petitions").account(),
                Optional.of(arrived.agency()),
                "procedures",
                "procedures.petition-arrive",
                "petition",
                arrived.number(),
                "{\"from\":\"" + left.agency() + "\",\"number\":\"" + left.number() + "\"}",
                "");
    }

    private String name(String code) {
        return called(code).vi();
    }

    private LocalText called(String code) {
        return agencies.find(code).map(Agency::name).orElse(new LocalText(code, code));
    }

    /** Where a petition came from and where it went. */
    public PetitionTrail trail(Petition petition) {
        return database.read(handle -> trails.of(handle, petition.id()));
    }

    /** What a petition was in the registers before, the oldest first; for the eyes of its sender. */
    public List<Petition> before(Petition petition) {
        return database.read(handle -> {
            List<Petition> earlier = new ArrayList<>();
            Optional<Long> id = trails.before(handle, petition.id());
            while (id.isPresent()) {
                Petition one = reader.find(handle, id.get()).orElseThrow();
                earlier.add(0, one);
                id = trails.before(handle, one.id());
            }
            return earlier;
        });
    }
}
