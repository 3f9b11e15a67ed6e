package vn.kientao.reform.steering.app.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /**
     * The agency that answers for something on the day: the one that is named, else the one that leads its area; after a merger who
     * took over from it. Empty when the register of agencies knows none, or several.
     *
     * @param named code of an agency
     * @param area code of the area
     */
    public Optional<Agency> lead(Optional<String> named, String area, LocalDate day) {
        return named.or(() -> areas(day).stream()
                        .filter(one -> one.code().equals(area))
                        .findFirst()
                        .flatMap(Area::lead))
                .flatMap(code -> successors.only(code, day));
    }

    /** Who takes the place of agencies on the day. */
    public Set<String> today(Set<String> codes, LocalDate day) {
        Set<String> present = new TreeSet<>();
        codes.forEach(code -> present.addAll(successors.codes(code, day)));
        return present;
    }

    public List<Document> documents() {
        return database.read(rows::documents);
    }

    /** Every clause of every document with its document, in their order. */
    public List<Ordered> clauses() {
        return database.read(handle -> rows.documents(handle).stream()
                .flatMap(document ->
                        rows.clauses(handle, document.id()).stream().map(clause -> new Ordered(document, clause)))
                .toList());
    }

    /** A clause with the document that it stands in. */
    public record Ordered(Document document, Clause clause) {
        /** What forms, sheets and programs call it: {@code D:D2.3}. */
        public String key() {
            return document.code() + ":" + clause.code();
        }

        /** Whether it orders nothing any more on a day. */
        public boolean endedBy(LocalDate day) {
            return document.endedBy(day) || clause.endedBy(day);
        }
    }

    /** A document with its clauses and how the tasks of each stand on a day; empty when there is none of that code. */
    public Optional<Course> course(String code, LocalDate today) {
        return database.read(handle -> rows.document(handle, code).map(document -> {
            List<Clause> clauses = rows.clauses(handle, document.id());
            List<Long> ids = clauses.stream().map(Clause::id).toList();
            return new Course(document, clauses, tasks.figuresByClause(handle, ids, today), today);
        }));
    }

    /**
     * How a document is carried out.
     *
     * @param figures of the tasks by id of the clause; a clause that is missing has no task
     * @param today the day on which it is looked at
     */
    public record Course(Document document, List<Clause> clauses, Map<Long, TaskFigures> figures, LocalDate today) {
        public Course {
            clauses = List.copyOf(clauses);
            figures = Map.copyOf(figures);
        }

        public TaskFigures of(Clause clause) {
            return figures.getOrDefault(clause.id(), TaskFigures.NONE);
        }

        /** The clauses in force that nobody has been given a task for (khoản chưa giao). */
        public List<Clause> open() {
            return clauses.stream()
                    .filter(clause -> !figures.containsKey(clause.id()) && !ended(clause))
                    .toList();
        }

        /** Whether a clause orders nothing any more. */
        public boolean ended(Clause clause) {
            return document.endedBy(today) || clause.endedBy(today);
        }

        /** Whether a clause is another, or a point of it or of one of its points. */
        public boolean within(Clause inner, Clause outer) {
            return inner.id() == outer.id()
                    || inner.parent()
                            .flatMap(this::clause)
                            .filter(one -> within(one, outer))
                            .isPresent();
        }

        private Optional<Clause> clause(long id) {
            return clauses.stream().filter(one -> one.id() == id).findFirst();
        }

        public Optional<Clause> clause(String code) {
            return clauses.stream().filter(one -> one.code().equals(code)).findFirst();
        }
    }
}
