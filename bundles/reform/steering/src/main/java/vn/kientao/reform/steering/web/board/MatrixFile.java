package vn.kientao.reform.steering.web.board;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.board.Boards;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.board.Involvement;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * Who does what of a document, as a file: a row for each agency and clause in which it has a part, because a sheet with a
 * column for each agency could neither be printed nor sorted. Read a batch of agencies at a time.
 */
final class MatrixFile {
    private static final int BATCH = 100;
    private static final List<Part> PARTS =
            Arrays.stream(Part.values()).filter(part -> part != Part.GIVE).toList();

    private final Boards boards;
    private final Programmes.Course course;
    private final AgencyNames names;
    private final Page page;

    MatrixFile(Boards boards, Programmes.Course course, AgencyNames names) {
        this.boards = boards;
        this.course = course;
        this.names = names;
        this.page = names.page();
    }

    TableFile table(LocalDate today) {
        Stream<Column> first = Stream.of(
                new Column(page.text("board.agency"), 34),
                new Column(page.text("programme.clause"), 10),
                new Column(page.text("board.matrix.content"), 60));
        Stream<Column> parts = PARTS.stream().map(part -> new Column(page.text(part.textKey()), 12));
        return new TableFile(
                "phan-cong-" + course.document().code() + "-" + today,
                "task-matrix",
                page.text("board.matrix"),
                List.of(course.document().title(), Formats.date(today)),
                Stream.concat(first, parts).toList(),
                this::say,
                List.of());
    }

    private void say(Line line) throws IOException {
        List<Long> clauses = course.clauses().stream().map(Clause::id).toList();
        String after = "";
        List<String> agencies;
        do {
            agencies = boards.involved(clauses, after, BATCH);
            Map<String, List<Involvement>> all =
                    boards.involvements(clauses, agencies).stream().collect(Collectors.groupingBy(Involvement::agency));
            for (String agency : agencies) {
                say(line, agency, all.getOrDefault(agency, List.of()));
                after = agency;
            }
        } while (agencies.size() == BATCH);
    }

    private void say(Line line, String agency, List<Involvement> involvements) throws IOException {
        for (Clause clause : course.clauses()) {
            Map<Part, Long> tasks = new EnumMap<>(Part.class);
            involvements.stream()
                    .filter(one -> one.clause() == clause.id())
                    .forEach(one -> tasks.put(one.part(), one.tasks()));
            if (!tasks.isEmpty()) {
                Stream<SheetCell> first = Stream.of(
                        SheetCell.text(names.of(agency)),
                        SheetCell.text(clause.code()),
                        SheetCell.text(page.texts().get(clause.summary())));
                Stream<SheetCell> counts = PARTS.stream().map(part -> SheetCell.number(tasks.getOrDefault(part, 0L)));
                line.add(Stream.concat(first, counts).toList());
            }
        }
    }
}
