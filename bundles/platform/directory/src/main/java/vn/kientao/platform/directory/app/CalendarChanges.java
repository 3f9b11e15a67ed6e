package vn.kientao.platform.directory.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.time.DeadlineSource;
import vn.kientao.platform.api.time.OpenDeadline;
import vn.kientao.platform.directory.domain.CalendarChange;
import vn.kientao.platform.directory.domain.CalendarTable;
import vn.kientao.platform.directory.domain.CsvTable;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.domain.DeadlineMove;
import vn.kientao.platform.directory.domain.ExceptionalDay;
import vn.kientao.platform.directory.domain.ImportProblem;
import vn.kientao.platform.directory.domain.LegalCalendar;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.directory.store.CalendarRepository;
import vn.kientao.platform.directory.store.DirectoryPicture;
import vn.kientao.platform.directory.store.DirectoryStore;
import vn.kientao.platform.directory.store.StagedImportRepository;

/** Changes the working calendar, after showing which open deadlines that would move. */
@Component(service = CalendarChanges.class)
public final class CalendarChanges {
    private static final String KIND = "calendar";

    private final DirectoryStore store;
    private final AuditTrail audit;
    private final TextBundle texts = TextBundle.of(CalendarChanges.class);
    private final UploadedTables uploads;
    private final CalendarRepository calendar = new CalendarRepository();
    private final StagedImportRepository staged = new StagedImportRepository();
    private volatile @Nullable Extensions extensions;

    @Activate
    public CalendarChanges(@Reference DirectoryStore store, @Reference AuditTrail audit, @Reference Clock clock) {
        this.store = store;
        this.audit = audit;
        this.uploads = new UploadedTables(store, clock, texts);
    }

    /** Modules come later than the calendar, so they are asked when they are there. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindExtensions(Extensions found) {
        extensions = found;
    }

    void unbindExtensions(Extensions gone) {
        if (gone.equals(extensions)) {
            extensions = null;
        }
    }

    /** What the changes would move. */
    public Preview preview(Collection<CalendarChange> changes) {
        DirectoryPicture now = store.picture();
        List<CalendarChange> real = now.calendar().real(changes);
        return new Preview(OptionalLong.empty(), "", List.of(), real, changes.size() - real.size(), moves(now, real));
    }

    /** Tries a CSV file of days; one without mistakes is kept for {@link #commit}. */
    public Preview tryOut(byte[] content, String fileName, String account) {
        UploadedTables.Decoded file = uploads.decode(content);
        if (!file.problems().isEmpty()) {
            return new Preview(OptionalLong.empty(), fileName, file.problems(), List.of(), 0, List.of());
        }
        CalendarTable.Result result = new CalendarTable(texts).read(CsvTable.parse(file.text()));
        if (!result.problems().isEmpty()) {
            return new Preview(OptionalLong.empty(), fileName, result.problems(), List.of(), 0, List.of());
        }
        Preview preview = preview(changes(result.days()));
        OptionalLong id = preview.changes().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(uploads.keep(KIND, fileName, file.text(), account));
        return new Preview(id, fileName, List.of(), preview.changes(), preview.unchanged(), preview.moves());
    }

    /** Makes the changes of a file that was tried; empty when no such file waits for this account. */
    public Optional<Done> commit(long id, String account, Trace trace) {
        return uploads.find(id, KIND, account).map(file -> {
            CalendarTable.Result result = new CalendarTable(texts).read(CsvTable.parse(file.content()));
            Done done = apply(changes(result.days()), trace);
            store.write(handle -> {
                staged.remove(handle, id);
                return id;
            });
            return done;
        });
    }

    /** Makes the changes and lets the modules move their deadlines. */
    public Done apply(Collection<CalendarChange> changes, Trace trace) {
        List<CalendarChange> made = store.change(handle -> {
            LegalCalendar before = LegalCalendar.of(calendar.all(handle));
            List<CalendarChange> real = before.real(changes);
            for (CalendarChange change : real) {
                calendar.apply(handle, change);
                String action = change.becomes().isPresent() ? "directory.calendar-set" : "directory.calendar-remove";
                audit.record(handle, trace.entry(action, "day", change.day().toString(), detail(before, change)));
            }
            return real;
        });
        return new Done(made, made.isEmpty() ? 0 : tellModules(made));
    }

    private int tellModules(List<CalendarChange> made) {
        Extensions modules = extensions;
        if (modules == null) {
            return 0;
        }
        return modules
                .everywhere(DeadlineSource.class, source -> source.calendarChanged(first(made), last(made)))
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<DeadlineMove> moves(DirectoryPicture now, List<CalendarChange> changes) {
        Extensions modules = extensions;
        if (modules == null || changes.isEmpty()) {
            return List.of();
        }
        List<OpenDeadline> open =
                modules
                        .everywhere(DeadlineSource.class, source -> source.openBetween(first(changes), last(changes)))
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        LegalCalendar after = now.calendar().after(changes);
        return open.stream()
                .flatMap(deadline -> move(now, after, deadline).stream())
                .toList();
    }

    private static List<DeadlineMove> move(DirectoryPicture now, LegalCalendar after, OpenDeadline deadline) {
        OfficeHours hours =
                now.officeHours(deadline.agency(), deadline.received().toLocalDate());
        return DeadlineMove.between(
                new DeadlineCalculator(now.calendar(), hours), new DeadlineCalculator(after, hours), List.of(deadline));
    }

    private static LocalDate first(List<CalendarChange> changes) {
        return changes.stream()
                .map(CalendarChange::day)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate last(List<CalendarChange> changes) {
        return changes.stream()
                .map(CalendarChange::day)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static List<CalendarChange> changes(List<ExceptionalDay> days) {
        return days.stream().map(CalendarChange::set).toList();
    }

    private static String detail(LegalCalendar before, CalendarChange change) {
        String was = before.exceptional(change.day())
                .map(day -> ExceptionalDay.word(day.kind()))
                .orElse("");
        String is = change.becomes().map(day -> ExceptionalDay.word(day.kind())).orElse("");
        return "{\"was\":\"" + was + "\",\"is\":\"" + is + "\"}";
    }

    /**
     * What changes would do.
     *
     * @param id to say yes to a file with; empty otherwise
     * @param problems what must be corrected in the file first; then nothing else is filled in
     * @param changes those that would change something
     * @param unchanged how many days are already so
     */
    public record Preview(
            OptionalLong id,
            String fileName,
            List<ImportProblem> problems,
            List<CalendarChange> changes,
            int unchanged,
            List<DeadlineMove> moves) {}

    /** @param moved how many deadlines the modules have moved */
    public record Done(List<CalendarChange> changes, int moved) {}
}
