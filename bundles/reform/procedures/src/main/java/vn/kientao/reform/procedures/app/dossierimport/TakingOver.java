package vn.kientao.reform.procedures.app.dossierimport;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.dossier.TrackingKeys;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.ImportText;
import vn.kientao.reform.procedures.domain.dossierimport.OldDossier;
import vn.kientao.reform.procedures.domain.dossierimport.RowFault;
import vn.kientao.reform.procedures.store.dossier.DossierBatchWriter;
import vn.kientao.reform.procedures.store.dossier.DossierCodes;
import vn.kientao.reform.procedures.store.dossier.NewDossier;
import vn.kientao.reform.procedures.store.dossierimport.DossierImportStore;
import vn.kientao.reform.procedures.store.dossierimport.ImportRows;
import vn.kientao.reform.procedures.store.dossierimport.ImportedDossiers;

/**
 * Takes the rows of one import over, in short transactions so that the desk goes on working. Begun again after a crash it
 * goes on where it was: what has been taken over is known by its old code. While turns are written the next one is made ready.
 */
final class TakingOver {
    /** On a server several turns may be written at the same time, as long as half of the processors are left to others. */
    private static final int WRITERS =
            Math.max(1, Math.min(3, Runtime.getRuntime().availableProcessors() / 2));

    private static final Texts TEXTS = TextBundle.of(TakingOver.class).in(TextBundle.VIETNAMESE);

    private final Database database;
    private final DossierImport shown;
    private final Lookups lookups;
    private final RowReader reader;
    private final LocalDateTime now;
    private final ImportRows rows = new ImportRows();
    private final ImportedDossiers imported = new ImportedDossiers();
    private final DossierImportStore imports = new DossierImportStore();
    private final DossierCodes codes = new DossierCodes();
    private final DossierBatchWriter batch = new DossierBatchWriter();
    private final Turn turn;
    private final TrackingKeys trackingKeys = new TrackingKeys();
    private final AtomicLong fresh = new AtomicLong();
    private final AtomicLong same = new AtomicLong();

    TakingOver(Database database, DossierImport shown, Lookups lookups, RowReader reader, LocalDateTime now) {
        this.database = database;
        this.shown = shown;
        this.lookups = lookups;
        this.reader = reader;
        this.now = now;
        this.turn = new Turn(database);
    }

    /** Ids and codes that no other dossier gets, for all rows of the import. */
    private static final class Reserved {
        private final DossierCodes.Numbers numbers;
        private long id;

        Reserved(DossierCodes.Numbers numbers, long firstId) {
            this.numbers = numbers;
            this.id = firstId;
        }

        long id() {
            return id++;
        }

        DossierCode code(OldDossier old) {
            return numbers.next(old.receivedAt().toLocalDate());
        }
    }

    /** A row and the dossier that it becomes, made ready before others have to wait. */
    private record Ready(OldDossier old, DossierBatchWriter.Entry entry) {
        ImportedDossiers.Origin origin() {
            return new ImportedDossiers.Origin(entry.id(), old.line(), entry.version(), old.oldCode());
        }
    }

    long fresh() {
        return fresh.get();
    }

    long same() {
        return same.get();
    }

    /**
     * Takes all rows over.
     *
     * @throws RowsRefusedException when a row does not fit any more since the dry run
     */
    void run(Progress progress) {
        Reserved reserved = database.write(this::reserve);
        int place = 0;
        try (Hands hands = new Hands(database.dialect() == Database.Dialect.H2 ? 1 : WRITERS)) {
            for (Optional<List<ImportText.Row>> chunk = chunk(place); chunk.isPresent(); chunk = chunk(place)) {
                Deque<OldDossier> dossiers = new ArrayDeque<>(read(chunk.get()).values());
                while (!dossiers.isEmpty()) {
                    List<Ready> some = turn.next(dossiers).stream()
                            .map(old -> new Ready(old, entry(reserved.id(), old, reserved.code(old))))
                            .toList();
                    hands.take(() -> turn.write(some.size(), transaction -> takeOver(transaction, some)));
                    progress.at(fresh() + same(), shown.fresh() + shown.same(), fresh());
                }
                place++;
            }
            hands.finish();
        }
        same.addAndGet(shown.same());
    }

    private Reserved reserve(Handle transaction) {
        Map<LocalDate, Integer> days = DayCounts.read(imports.days(transaction, shown.id()));
        int all = days.values().stream().mapToInt(Integer::intValue).sum();
        return new Reserved(codes.many(transaction, shown.agency(), days), batch.ids(transaction, all));
    }

    private Optional<List<ImportText.Row>> chunk(int place) {
        return database.read(handle -> rows.chunk(handle, shown.id(), place));
    }

    private Map<String, OldDossier> read(List<ImportText.Row> chunk) {
        Map<String, OldDossier> dossiers = new LinkedHashMap<>();
        for (ImportText.Row row : chunk) {
            RowReader.Read read = reader.read(row);
            OldDossier dossier = read.dossier()
                    .orElseThrow(() -> new RowsRefusedException(
                            row.line(), read.faults().stream().findFirst().map(RowFault::reason)));
            dossiers.put(dossier.oldCode(), dossier);
        }
        return dossiers;
    }

    private int takeOver(Handle transaction, List<Ready> some) {
        Map<String, Long> known = imported.known(
                transaction,
                shown.agency(),
                some.stream().map(ready -> ready.old().oldCode()).collect(Collectors.toSet()));
        List<Ready> wanted = some.stream()
                .filter(ready -> !known.containsKey(ready.old().oldCode()))
                .toList();
        if (!wanted.isEmpty()) {
            batch.insert(transaction, wanted.stream().map(Ready::entry).toList());
            List<ImportedDossiers.Origin> origins =
                    wanted.stream().map(Ready::origin).toList();
            imported.add(transaction, shown.id(), shown.agency(), origins);
        }
        long mine = known.values().stream().filter(by -> by == shown.id()).count();
        fresh.addAndGet(mine + wanted.size());
        same.addAndGet(known.size() - mine);
        return wanted.size();
    }

    private DossierBatchWriter.Entry entry(long id, OldDossier old, DossierCode code) {
        Lookups.Known procedure = lookups.procedure(old.procedure()).orElseThrow();
        Appointment appointment = appointment(old, procedure);
        boolean settled = old.status() == DossierStatus.FINISHED || old.status() == DossierStatus.HANDED_OVER;
        NewDossier dossier = new NewDossier(
                code,
                shown.agency(),
                Optional.empty(),
                trackingKeys.next(),
                procedure.under(),
                old.submission(),
                old.receivedAt(),
                appointment,
                old.status(),
                standing(old, appointment));
        return new DossierBatchWriter.Entry(
                id,
                dossier,
                old.place(),
                old.result(),
                settled ? old.endedAt() : Optional.empty(),
                old.handedOverAt(),
                old.handedTo(),
                now,
                events(old));
    }

    private Appointment appointment(OldDossier old, Lookups.Known procedure) {
        var channel = old.submission().channel();
        return old.due()
                .<Appointment>map(due -> new Appointment.SetByHand(
                        due, procedure.limitText(channel), TEXTS.get("dossier-import.due-reason")))
                .orElseGet(() ->
                        lookups.counted(procedure, channel, old.receivedAt()).orElseThrow());
    }

    private Standing standing(OldDossier old, Appointment appointment) {
        return new Standing(
                new Places(old.support(), shown.agency(), Optional.of(shown.agency())),
                false,
                false,
                0,
                0,
                0,
                old.receivedAt(),
                old.receivedAt(),
                appointment.due(),
                old.endedAt(),
                appointment.countedBy().or(() -> lookups.rule(old.receivedAt())),
                Optional.empty(),
                Optional.empty());
    }

    /** Nobody here did any of it, so no account stands behind it and nobody's work is rated by it. */
    private List<DossierEvent> events(OldDossier old) {
        List<DossierEvent> events = new ArrayList<>();
        String elsewhere = TEXTS.get("dossier-import.elsewhere");
        for (OldDossier.Event event : old.events()) {
            boolean first = events.isEmpty();
            events.add(new DossierEvent(
                    events.size() + 1L,
                    event.at(),
                    event.action(),
                    event.status(),
                    "",
                    first && !old.receiver().isEmpty() ? old.receiver() : elsewhere,
                    first ? old.place() : "",
                    first ? TEXTS.get("dossier-import.origin", shown.fileName(), "" + old.line(), old.oldCode()) : ""));
        }
        return events;
    }
}
