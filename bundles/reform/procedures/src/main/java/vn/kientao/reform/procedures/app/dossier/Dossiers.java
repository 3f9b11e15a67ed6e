package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.reform.procedures.domain.dossier.ChangeKey;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierChange;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.competence.SentDossiers;
import vn.kientao.reform.procedures.store.dossier.ChangedDossiers;
import vn.kientao.reform.procedures.store.dossier.DossierBatchReader;
import vn.kientao.reform.procedures.store.dossier.DossierHistories;
import vn.kientao.reform.procedures.store.dossier.DossierLists;
import vn.kientao.reform.procedures.store.dossier.DossierReader;
import vn.kientao.reform.procedures.store.dossier.DossierTally;
import vn.kientao.reform.procedures.store.dossier.ListQuery;

/** Looks dossiers up; changes nothing, but writes down who takes a list of them away. */
@Component(service = Dossiers.class)
public final class Dossiers {
    /** Counting goes no further. */
    public static final int MOST_COUNTED = 1000;

    private static final int SOON_WORKING_DAYS = 2;
    /** A change that takes longer to be kept would be missed by who asks for changes. */
    private static final int SETTLING_SECONDS = 5;

    private static final int LONGEST_HOLIDAY = 60;

    private final Database database;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final DossierReader reader = new DossierReader();
    private final DossierBatchReader batch = new DossierBatchReader();
    private final DossierHistories histories = new DossierHistories();
    private final ChangedDossiers changed = new ChangedDossiers();
    private final DossierLists lists = new DossierLists();
    private final SentDossiers sent = new SentDossiers();
    private final DossierTally tally = new DossierTally();

    @Activate
    public Dossiers(
            @Reference Database database,
            @Reference WorkingCalendar calendar,
            @Reference AuditTrail audit,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Writes down that a list of dossiers left the platform as a file. */
    public void taken(AuditEntry entry) {
        database.write(handle -> {
            audit.record(handle, entry);
            return entry;
        });
    }

    /** The dossier of this agency under a code, as it may be typed. */
    public Optional<Dossier> find(String agency, String code) {
        return DossierCode.parse(code)
                .flatMap(parsed -> database.read(handle -> reader.find(handle, parsed)))
                .filter(dossier -> dossier.agency().equals(agency));
    }

    /** Whether the agency received a dossier under this code and sent it on to the one that settles it. */
    public boolean sentOn(String agency, String code) {
        return DossierCode.parse(code)
                .filter(parsed -> database.read(
                        handle -> sent.find(handle, agency, parsed.toString()).isPresent()))
                .isPresent();
    }

    /** The agency's dossiers under codes as they may be typed, each with its history; in the order of the codes. */
    public List<Followed> all(String agency, Collection<String> codes) {
        List<DossierCode> parsed = codes.stream()
                .map(DossierCode::parse)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return database.read(handle -> {
            Map<DossierCode, Dossier> found = batch.all(handle, agency, parsed).stream()
                    .collect(Collectors.toMap(Dossier::code, Function.identity()));
            Map<Long, DossierHistory> ways = histories.of(
                    handle, found.values().stream().map(Dossier::id).toList());
            return parsed.stream()
                    .flatMap(code -> Optional.ofNullable(found.get(code)).stream())
                    .map(dossier -> new Followed(dossier, ways.getOrDefault(dossier.id(), DossierHistory.NONE)))
                    .toList();
        });
    }

    /** A dossier and what was written down on its way. */
    public record Followed(Dossier dossier, DossierHistory history) {
        public Followed {
            requireNonNull(dossier, "dossier");
            requireNonNull(history, "history");
        }
    }

    /** Everything that was written down on a dossier's way. */
    public DossierHistory history(Dossier dossier) {
        return database.read(handle -> histories.of(handle, dossier.id()));
    }

    /** Which of the agency's dossiers changed after a place in the order of changes, up to a few seconds ago. */
    public List<DossierChange> changes(String agency, Optional<ChangeKey> after, LocalDateTime now, int size) {
        LocalDateTime before = now.minusSeconds(SETTLING_SECONDS);
        return database.read(handle -> changed.after(handle, agency, after, before, size));
    }

    /** How dossiers of these codes stand; what is none of the agency's is left out. */
    public List<DossierChange> standing(String agency, List<DossierCode> codes) {
        List<String> written =
                codes.stream().map(DossierCode::toString).distinct().toList();
        return written.isEmpty() ? List.of() : database.read(handle -> changed.of(handle, agency, written));
    }

    /**
     * A page of the agency's dossiers, in order of due date, or of their end with the newest first.
     *
     * @param after the {@link DossierRow#listKey} of the last row of the page before; empty for the first page
     */
    public List<DossierRow> page(
            String agency, DossierFilter filter, LocalDateTime now, Optional<Long> after, int size) {
        ListQuery query = query(agency, filter, now);
        return database.read(
                handle -> lists.page(handle, after.map(query::after).orElse(query), size));
    }

    /** How many a list holds, counted no further than {@link #MOST_COUNTED}. */
    public int count(String agency, DossierFilter filter, LocalDateTime now) {
        return database.read(handle -> lists.count(handle, query(agency, filter, now), MOST_COUNTED));
    }

    /** How many each view holds. */
    public Map<DossierView, Integer> counts(String agency, LocalDateTime now) {
        return counts(agency, DossierFilter.of(DossierView.OPEN), now);
    }

    /** How many each view holds of what the filter says about who has them. */
    public Map<DossierView, Integer> counts(String agency, DossierFilter whose, LocalDateTime now) {
        return database.read(handle -> {
            Map<DossierView, Integer> counts = new EnumMap<>(DossierView.class);
            if (whose.assignee().isPresent() && whose.unrouted()) {
                // Few enough to be counted.
                Arrays.stream(DossierView.values())
                        .forEach(view -> counts.put(
                                view, lists.count(handle, query(agency, whose.mine(view), now), Integer.MAX_VALUE)));
                return counts;
            }
            ViewNumbers numbers = new ViewNumbers(
                    tally.buckets(handle, agency, whose.assignee(), whose.unrouted()), now.toLocalDate());
            int late = numbers.today() == 0 ? 0 : lateToday(handle, agency, whose, now);
            LocalDate soon = endOfSoon(now.toLocalDate()).toLocalDate();
            Arrays.stream(DossierView.values()).forEach(view -> counts.put(view, numbers.of(view, late, soon)));
            return counts;
        });
    }

    /** How many of those that are due today are late by now. */
    private int lateToday(Handle handle, String agency, DossierFilter whose, LocalDateTime now) {
        ListQuery late = query(agency, whose.mine(DossierView.OVERDUE), now);
        return lists.count(handle, late.dueFrom(now.toLocalDate().atStartOfDay()), Integer.MAX_VALUE);
    }

    /** The fields that the agency's dossiers have. */
    public List<String> fields(String agency) {
        return database.read(handle -> lists.fields(handle, agency));
    }

    private ListQuery query(String agency, DossierFilter filter, LocalDateTime now) {
        Span span = span(filter.view(), now);
        return new ListQuery(
                agency,
                filter.view() != DossierView.FINISHED,
                Long.MIN_VALUE,
                latest(span.from(), filter.dueFrom().map(LocalDate::atStartOfDay)),
                earliest(
                        span.before(), filter.dueTo().map(day -> day.plusDays(1).atStartOfDay())),
                filter.status(),
                filter.field(),
                filter.words().map(Folding::fold),
                filter.view() == DossierView.WAITING,
                filter.assignee(),
                filter.unrouted());
    }

    private Span span(DossierView view, LocalDateTime now) {
        LocalDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay();
        // Keys count whole minutes: what is due in this minute is not late yet.
        return switch (view) {
            case OVERDUE -> new Span(Optional.empty(), Optional.of(now));
            case TODAY -> new Span(Optional.of(now), Optional.of(tomorrow));
            case SOON -> new Span(Optional.of(tomorrow), Optional.of(endOfSoon(now.toLocalDate())));
            case WAITING, OPEN, FINISHED -> new Span(Optional.empty(), Optional.empty());
        };
    }

    private LocalDateTime endOfSoon(LocalDate today) {
        return Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
                .limit(LONGEST_HOLIDAY)
                .filter(calendar::isWorking)
                .skip(SOON_WORKING_DAYS - 1L)
                .findFirst()
                .orElse(today.plusDays(SOON_WORKING_DAYS))
                .plusDays(1)
                .atStartOfDay();
    }

    private static Optional<LocalDateTime> latest(Optional<LocalDateTime> one, Optional<LocalDateTime> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(LocalDateTime::compareTo);
    }

    private static Optional<LocalDateTime> earliest(Optional<LocalDateTime> one, Optional<LocalDateTime> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(LocalDateTime::compareTo);
    }

    /** Due at or after {@code from} and before {@code before}. */
    private record Span(Optional<LocalDateTime> from, Optional<LocalDateTime> before) {
        Span {
            requireNonNull(from, "from");
            requireNonNull(before, "before");
        }
    }
}
