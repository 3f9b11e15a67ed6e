package vn.kientao.reform.procedures.app.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.publication.Decision;
import vn.kientao.reform.procedures.domain.publication.Plan;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationAction;
import vn.kientao.reform.procedures.domain.publication.PublicationEvent;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.domain.publication.PublicationState;
import vn.kientao.reform.procedures.domain.publication.RecordFaults;
import vn.kientao.reform.procedures.domain.publication.RecordFaults.Fault;
import vn.kientao.reform.procedures.domain.publication.RecordFields;
import vn.kientao.reform.procedures.domain.publication.Way;
import vn.kientao.reform.procedures.store.publication.PublicationStore;
import vn.kientao.reform.procedures.store.publication.RuleStore;

/**
 * Takes publications on, from draft to effect. Each step is made only from the version that its author saw
 * ({@link StaleRecordException}) and only where law and state allow it ({@link PublicationRefusedException}); its event
 * and its audit entry are kept in the same transaction.
 */
@Component(service = Publishing.class)
public final class Publishing {
    private static final Logger log = LoggerFactory.getLogger(Publishing.class);
    private static final TextBundle TEXTS = TextBundle.of(Publishing.class);

    private final Database database;
    private final AuditTrail audit;
    private final WorkingCalendar calendar;
    private final Catalogue catalogue;
    private final PublicationStore store = new PublicationStore();
    private final RuleStore rules = new RuleStore();
    private final TakingEffect effect = new TakingEffect();

    @Activate
    public Publishing(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference WorkingCalendar calendar,
            @Reference Catalogue catalogue) {
        this.database = database;
        this.audit = audit;
        this.calendar = calendar;
        this.catalogue = catalogue;
    }

    /**
     * Begins a publication: of a new procedure, or of a copy of the version in force, which stays.
     *
     * @param onceKey what makes a repetition harmless
     * @return its id; that of the first posting when the form comes twice
     * @throws PublicationRefusedException when the code is taken, or there is nothing to amend or abolish, or another
     *     publication of the procedure is under way
     */
    public long begin(PublicationKind kind, ProcedureCode code, String name, Optional<String> onceKey, Changing by) {
        Optional<ProcedureVersion> base = catalogue.current(code.value()).filter(ProcedureVersion::current);
        return database.write(transaction -> {
            Optional<Publication> made = onceKey.flatMap(key -> store.made(transaction, by.agency(), key));
            if (made.isPresent()) {
                return made.get().id();
            }
            refuseUnless(kind == PublicationKind.NEW ^ base.isPresent(), "begin-" + kind.name(), code.value());
            List<Publication> open = store.open(transaction, code.value());
            refuseUnless(open.isEmpty(), "under-way", code.value());
            Map<String, String> fields =
                    base.map(version -> RecordFields.of(version.procedure())).orElse(Map.of(RecordFields.NAME, name));
            Publication begun = new Publication(
                    0,
                    0,
                    code,
                    kind,
                    PublicationState.DRAFT,
                    Way.ORDINARY,
                    by.agency(),
                    fields.getOrDefault(RecordFields.NAME, name),
                    fields.getOrDefault(RecordFields.FIELD, ""),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    by.account(),
                    Optional.empty(),
                    base.map(ProcedureVersion::id),
                    Optional.empty());
            long id = store.insert(transaction, begun, onceKey, by.at());
            store.fields(transaction, id, fields);
            record(transaction, id, 1, PublicationAction.EDIT, PublicationState.DRAFT, "", by);
            return id;
        });
    }

    /** Keeps what its author wrote; {@code fields} must be {@linkplain RecordFaults#malformed well formed}. */
    public void edit(Publication seen, Plan plan, Map<String, String> fields, Changing by) {
        List<Fault> faults = RecordFaults.malformed(fields);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "malformed field " + faults.get(0).field());
        }
        database.write(transaction -> {
            Publication present = present(transaction, seen, PublicationAction.EDIT);
            Optional<LocalDate> announceBy =
                    clocks(transaction).announceBy(plan.way(), plan.lawSignedOn(), plan.effectiveOn(), by.today());
            keep(transaction, present.edited(plan, announceBy), PublicationAction.EDIT, "", by);
            store.fields(transaction, present.id(), fields);
            return present;
        });
    }

    /** Finds it complete and lawful (kiểm soát); the author may not be the one who checks. */
    public void check(Publication seen, String note, Changing by) {
        database.write(transaction -> {
            Publication present = present(transaction, seen, PublicationAction.CHECK);
            refuseUnless(!present.draftedBy().equals(by.account()), "own-draft");
            if (present.kind() != PublicationKind.ABOLISH) {
                List<Fault> missing = RecordFaults.missing(store.fields(transaction, present.id()));
                if (!missing.isEmpty()) {
                    throw new PublicationRefusedException(text("incomplete", "" + missing.size()), missing);
                }
            }
            keep(transaction, present.checked(by.account()), PublicationAction.CHECK, note, by);
            return present;
        });
    }

    /** Gives it back to its author. */
    public void giveBack(Publication seen, String reason, Changing by) {
        change(seen, PublicationAction.RETURN, reason, by, present -> present.after(PublicationAction.RETURN));
    }

    /** Lets it go. */
    public void withdraw(Publication seen, String reason, Changing by) {
        change(seen, PublicationAction.WITHDRAW, reason, by, present -> present.after(PublicationAction.WITHDRAW));
    }

    /**
     * Records the signed decision.
     *
     * @param effectiveOn first day of effect; not before the decision was signed
     */
    public void announce(Publication seen, Decision decision, LocalDate effectiveOn, String note, Changing by) {
        refuseUnless(!decision.signedOn().isAfter(by.today()), "signed-ahead");
        refuseUnless(!effectiveOn.isBefore(decision.signedOn()), "effect-before-signed");
        database.write(transaction -> {
            Publication present = present(transaction, seen, PublicationAction.ANNOUNCE);
            Clocks clocks = clocks(transaction);
            LocalDate announceBy = clocks.announceBy(
                            present.way(), present.lawSignedOn(), Optional.of(effectiveOn), decision.signedOn())
                    .orElse(effectiveOn);
            LocalDate uploadBy =
                    clocks.uploadBy(present.way(), decision.signedOn()).orElse(decision.signedOn());
            keep(
                    transaction,
                    present.announced(decision, effectiveOn, announceBy, uploadBy),
                    PublicationAction.ANNOUNCE,
                    note,
                    by);
            return present;
        });
    }

    /** Records that it stands in the national database since {@code day}. */
    public void upload(Publication seen, LocalDate day, String note, Changing by) {
        refuseUnless(!day.isAfter(by.today()), "upload-ahead");
        change(seen, PublicationAction.UPLOAD, note, by, present -> present.uploaded(day));
    }

    /** Puts it into force, from its day of effect on: readers see it before or after, never between. */
    public void takeEffect(Publication seen, Changing by) {
        takeEffect(seen, by, transaction -> {});
    }

    /** The same, with something more in the transaction. */
    void takeEffect(Publication seen, Changing by, Consumer<Handle> more) {
        database.write(transaction -> {
            Publication present = present(transaction, seen, PublicationAction.TAKE_EFFECT);
            LocalDate first = present.effectiveOn().orElseThrow();
            refuseUnless(!first.isAfter(by.today()), "effect-ahead");
            refuseUnless(effect.claim(transaction, by.at()), "import-running");
            Optional<Long> became =
                    effect.apply(transaction, present, store.fields(transaction, present.id()), by.at());
            for (Publication before : store.inForce(transaction, present.code().value())) {
                PublicationState next = present.kind() == PublicationKind.ABOLISH
                        ? PublicationState.ABOLISHED
                        : PublicationState.REPLACED;
                Publication ended = before.ended(next);
                keep(transaction, ended, PublicationAction.TAKE_EFFECT, "", by);
            }
            keep(transaction, present.inForce(became), PublicationAction.TAKE_EFFECT, "", by);
            more.accept(transaction);
            return present;
        });
        catalogue.refresh();
    }

    private void change(
            Publication seen, PublicationAction action, String note, Changing by, UnaryOperator<Publication> change) {
        database.write(transaction -> {
            Publication present = present(transaction, seen, action);
            keep(transaction, change.apply(present), action, note, by);
            return present;
        });
    }

    private Publication present(Handle transaction, Publication seen, PublicationAction action) {
        Publication present = store.find(transaction, seen.id()).orElseThrow();
        if (present.version() != seen.version()) {
            throw stale(seen);
        }
        refuseUnless(present.allows(action), "not-allowed");
        return present;
    }

    private void keep(Handle transaction, Publication changed, PublicationAction action, String note, Changing by) {
        if (!store.update(transaction, changed, by.at())) {
            throw stale(changed);
        }
        record(transaction, changed.id(), changed.version(), action, changed.state(), note, by);
    }

    private void record(
            Handle transaction,
            long id,
            long version,
            PublicationAction action,
            PublicationState state,
            String note,
            Changing by) {
        store.add(
                transaction, id, new PublicationEvent(version, by.at(), action, state, by.account(), by.name(), note));
        audit.record(
                transaction,
                by.audit()
                        .entry(
                                "procedures.publication-" + action.word(),
                                "publication",
                                String.valueOf(id),
                                "{\"state\":\"" + state + "\"}")
                        .because(note));
        log.info("Publication {}: {}, now {}", id, action.word(), state);
    }

    private Clocks clocks(Handle handle) {
        return new Clocks(calendar, rules.all(handle));
    }

    private static StaleRecordException stale(Publication publication) {
        return new StaleRecordException("publication " + publication.id(), publication.version());
    }

    private static void refuseUnless(boolean allowed, String key, String... arguments) {
        if (!allowed) {
            throw new PublicationRefusedException(text(key, arguments), List.of());
        }
    }

    private static LocalText text(String key, String... arguments) {
        return TEXTS.text("publication.refused." + key.toLowerCase(Locale.ROOT), (Object[]) arguments);
    }
}
