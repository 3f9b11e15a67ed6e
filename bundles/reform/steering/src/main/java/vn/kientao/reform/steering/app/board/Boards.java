package vn.kientao.reform.steering.app.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.steering.domain.board.AgencyLine;
import vn.kientao.reform.steering.domain.board.BoardOrder;
import vn.kientao.reform.steering.domain.board.Group;
import vn.kientao.reform.steering.domain.board.Involvement;
import vn.kientao.reform.steering.domain.board.MonthDone;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.board.BoardRows;
import vn.kientao.reform.steering.store.board.MatrixRows;
import vn.kientao.reform.steering.store.programme.ProgrammeRows;
import vn.kientao.reform.steering.store.task.TaskGroups;

/** Looks up what dashboards show: the province from kept numbers, one agency as it is now. */
@Component(service = Boards.class)
public final class Boards {
    private static final int MONTHS = 12;

    private final Database database;
    private final BoardRows rows = new BoardRows();
    private final MatrixRows matrix = new MatrixRows();
    private final TaskGroups counts = new TaskGroups();
    private final ProgrammeRows programme = new ProgrammeRows();

    @Activate
    public Boards(@Reference Database database, @Reference SteeringTables tables) {
        this.database = database;
    }

    /** Which agencies a look at the province shows. */
    public record Window(Optional<String> area, BoardOrder order, Optional<BoardOrder.Key> after, int most) {}

    /**
     * The province, or an area of it.
     *
     * @param figures by code of the area
     * @param months the last twelve, oldest first; those without a task done are left out
     * @param countedAt until when what was written is counted; empty before anything was
     */
    public record Look(
            List<Area> areas,
            Map<String, TaskFigures> figures,
            List<AgencyLine> lines,
            List<MonthDone> months,
            Optional<LocalDateTime> countedAt) {
        public Look {
            areas = List.copyOf(areas);
            figures = Map.copyOf(figures);
            lines = List.copyOf(lines);
            months = List.copyOf(months);
        }

        public TaskFigures of(Area area) {
            return figures.getOrDefault(area.code(), TaskFigures.NONE);
        }

        public TaskFigures all() {
            return figures.values().stream().reduce(TaskFigures.NONE, TaskFigures::plus);
        }
    }

    public Look look(Window window, LocalDate today) {
        return database.read(handle -> {
            List<Area> areas = programme.areas(handle, today);
            Map<String, TaskFigures> figures = new HashMap<>(rows.province(handle));
            window.area().ifPresent(only -> figures.keySet().removeIf(code -> !code.equals(only)));
            return new Look(
                    areas,
                    figures,
                    lines(handle, window),
                    rows.months(handle, "", List.copyOf(figures.keySet()), firstMonth(today)),
                    rows.countedAt(handle));
        });
    }

    /** The agencies alone, for what reads them page by page. */
    public List<AgencyLine> lines(Window window) {
        return database.read(handle -> lines(handle, window));
    }

    private List<AgencyLine> lines(Handle handle, Window window) {
        return rows.worst(handle, window.area(), window.order(), window.after(), window.most());
    }

    /** The first day of the months that a trend shows. */
    public static LocalDate firstMonth(LocalDate today) {
        return today.withDayOfMonth(1).minusMonths(MONTHS - 1L);
    }

    /** An agency as it is now: what it leads by area, division and person, and what one person answers for. */
    public record Own(List<Group> areas, List<Group> divisions, List<Group> people, TaskFigures mine) {
        public Own {
            areas = List.copyOf(areas);
            divisions = List.copyOf(divisions);
            people = List.copyOf(people);
        }

        public TaskFigures all() {
            return areas.stream().map(Group::figures).reduce(TaskFigures.NONE, TaskFigures::plus);
        }
    }

    public Own own(String agency, String account, LocalDate today) {
        return database.read(handle -> new Own(
                counts.byArea(handle, agency, today),
                counts.byDivision(handle, agency, today),
                counts.byPerson(handle, agency, today),
                counts.ofPerson(handle, account, today)));
    }

    /** Codes of the agencies that have a part in open tasks of the clauses, by code, behind one of them. */
    public List<String> involved(List<Long> clauses, String after, int most) {
        return database.read(handle -> matrix.agencies(handle, clauses, after, most));
    }

    /** In how many open tasks of each clause the agencies have which part. */
    public List<Involvement> involvements(List<Long> clauses, List<String> agencies) {
        return database.read(handle -> matrix.of(handle, clauses, agencies));
    }
}
