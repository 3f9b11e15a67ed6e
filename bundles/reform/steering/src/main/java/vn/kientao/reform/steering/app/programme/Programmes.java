package vn.kientao.reform.steering.app.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.reform.steering.app.Successors;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.programme.ProgrammeRows;
import vn.kientao.reform.steering.store.task.TaskRows;

/** Looks the programme up: areas with who leads them today, documents, and how each of their clauses is carried out. */
@Component(service = Programmes.class)
public final class Programmes {
    private final Database database;
    private final Successors successors;
    private final ProgrammeRows rows = new ProgrammeRows();
    private final TaskRows tasks = new TaskRows();

    @Activate
    public Programmes(@Reference Database database, @Reference Agencies agencies, @Reference SteeringTables tables) {
        this.database = database;
        this.successors = new Successors(agencies);
    }

    /** The areas valid on a day, in their order. */
    public List<Area> areas(LocalDate day) {
        return database.read(handle -> rows.areas(handle, day));
    }

    /** The agency that leads an area on the day; empty when the register of agencies knows none, or several. */
    public Optional<Agency> lead(Area area, LocalDate day) {
        return area.lead().flatMap(code -> successors.only(code, day));
    }

    public List<Document> documents() {
        return database.read(rows::documents);
    }

    /** A document with its clauses and how the tasks of each stand on a day; empty when there is none of that code. */
    public Optional<Course> course(String code, LocalDate today) {
        return database.read(handle -> rows.document(handle, code).map(document -> {
            List<Clause> clauses = rows.clauses(handle, document.id());
            List<Long> ids = clauses.stream().map(Clause::id).toList();
            return new Course(document, clauses, tasks.figuresByClause(handle, ids, today));
        }));
    }

    /**
     * How a document is carried out.
     *
     * @param figures of the tasks by id of the clause; a clause that is missing has no task
     */
    public record Course(Document document, List<Clause> clauses, Map<Long, TaskFigures> figures) {
        public Course {
            clauses = List.copyOf(clauses);
            figures = Map.copyOf(figures);
        }

        public TaskFigures of(Clause clause) {
            return figures.getOrDefault(clause.id(), TaskFigures.NONE);
        }

        /** The clauses that nobody has been given a task for (khoản chưa giao). */
        public List<Clause> open() {
            return clauses.stream()
                    .filter(clause -> !figures.containsKey(clause.id()))
                    .toList();
        }
    }
}
