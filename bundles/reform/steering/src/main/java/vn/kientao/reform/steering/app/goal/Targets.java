package vn.kientao.reform.steering.app.goal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.CountedValue;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.goal.TargetFilter;
import vn.kientao.reform.steering.domain.goal.TargetState;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.file.FileRows;
import vn.kientao.reform.steering.store.goal.ActualRows;
import vn.kientao.reform.steering.store.goal.CountedRows;
import vn.kientao.reform.steering.store.goal.TargetRows;

/** Looks up the targets of the programme and what they have come to. */
@Component(service = Targets.class)
public final class Targets {
    private static final String FILES = "actual";

    private final Database database;
    private final TargetRows targets = new TargetRows();
    private final ActualRows actuals = new ActualRows();
    private final CountedRows counted = new CountedRows();
    private final FileRows files = new FileRows();

    @Activate
    public Targets(@Reference Database database, @Reference SteeringTables tables) {
        this.database = database;
    }

    /** The targets valid on a day, by area. */
    public List<Target> on(LocalDate day) {
        return database.read(handle -> targets.on(handle, day));
    }

    /** Every target that there is or was, by area. */
    public List<Target> all() {
        return database.read(targets::all);
    }

    /**
     * A target with all that belongs to it.
     *
     * @param history every edition of every entered value, newest first
     * @param files by id of the edition that they show
     */
    public record View(Progress progress, List<ActualValue> history, Map<Long, List<StoredFile>> files) {
        public View {
            history = List.copyOf(history);
            files = Map.copyOf(files);
        }

        public Target target() {
            return progress.target();
        }

        /** The edition that counts for the period of {@code value}, taken back or not. */
        public Optional<ActualValue> newest(ActualValue value) {
            return history.stream().filter(value::sameAs).findFirst();
        }

        public List<StoredFile> files(ActualValue value) {
            return files.getOrDefault(value.id(), List.of());
        }
    }

    public Optional<View> find(String code) {
        return database.read(handle -> targets.find(handle, code).map(target -> {
            List<ActualValue> history = actuals.history(handle, target.id());
            Map<Long, List<StoredFile>> evidence = new HashMap<>();
            history.forEach(value -> evidence.put(value.id(), files.of(handle, owner(target, value.id()))));
            Progress progress = new Progress(
                    target,
                    actuals.counting(handle).getOrDefault(target.id(), List.of()),
                    counted.of(handle, target.id()));
            return new View(progress, history, evidence);
        }));
    }

    /** Where the files of an entered value are kept. */
    public static FileOwner owner(Target target, long value) {
        return new FileOwner(FILES, value, target.code());
    }

    /** The targets that a filter shows, in the order of areas, then as they were added. */
    public List<Progress> list(TargetFilter filter) {
        return progress().stream().filter(filter::shows).toList();
    }

    /** How many targets of a filter stand how; its own state does not narrow them. */
    public Map<TargetState, Long> states(TargetFilter filter) {
        return states(progress(), filter);
    }

    private static Map<TargetState, Long> states(List<Progress> all, TargetFilter filter) {
        return all.stream()
                .filter(one -> filter.holds(one.target()))
                .collect(Collectors.groupingBy(one -> one.state(filter.year()), Collectors.counting()));
    }

    /** How many targets of each area stand how in a year, by code of the area. */
    public Map<String, Map<TargetState, Long>> byArea(int year) {
        List<Progress> all = progress();
        return all.stream()
                .map(one -> one.target().area())
                .distinct()
                .collect(Collectors.toMap(
                        area -> area,
                        area -> states(all, new TargetFilter(year, Optional.of(area), Optional.empty(), ""))));
    }

    private List<Progress> progress() {
        return database.read(handle -> {
            Map<Long, List<ActualValue>> entered = actuals.counting(handle);
            Map<Long, List<CountedValue>> measured = counted.totals(handle);
            return targets.all(handle).stream()
                    .map(target -> new Progress(
                            target,
                            entered.getOrDefault(target.id(), List.of()),
                            measured.getOrDefault(target.id(), List.of())))
                    .toList();
        });
    }
}
