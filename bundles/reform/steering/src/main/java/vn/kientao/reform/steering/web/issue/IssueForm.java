package vn.kientao.reform.steering.web.issue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.issue.Issues;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.web.FormReader;

/** Reads a matter, the decision about it and what came of it, from a form or from a program. */
final class IssueForm {
    private static final TextBundle TEXTS = TextBundle.of(IssueForm.class);
    private static final int TITLE = 500;
    private static final int CONTENT = 4_000;
    private static final int PRODUCT = 1_000;

    private final FormReader reader;
    private final LocalDate today;

    IssueForm(FormReader reader, LocalDate today) {
        this.reader = reader;
        this.today = today;
    }

    Issues.Raised raised(List<Area> areas) {
        String title = reader.text("title", 1, TITLE);
        String content = reader.text("content", 1, CONTENT);
        String area = reader.field("area").orElse("");
        if (areas.stream().noneMatch(one -> one.code().equals(area))) {
            reader.errors().add("area", TEXTS.text("task.error.area", area));
        }
        return new Issues.Raised(title, content, area);
    }

    String decision() {
        return reader.text("decision", 1, CONTENT);
    }

    String outcome() {
        return reader.text("outcome", 1, CONTENT);
    }

    /** The task that a decision gives: with the matter's title, in its area; empty when no lead is named. */
    Optional<TaskOrder> order(Issue one, Agencies agencies) {
        String lead = reader.field("lead").orElse("");
        if (lead.isEmpty()) {
            return Optional.empty();
        }
        if (agencies.find(lead).filter(agency -> agency.existsOn(today)).isEmpty()) {
            reader.errors().add("lead", TEXTS.text("task.error.agency", lead));
        }
        String product = reader.text("product", 1, PRODUCT);
        Optional<LocalDate> due = reader.neededDay("due");
        if (due.filter(day -> day.isBefore(today)).isPresent()) {
            reader.errors()
                    .add("due", TEXTS.text("task.error.due", reader.field("due").orElse("")));
        }
        if (!reader.errors().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TaskOrder(
                one.title(),
                product,
                one.area(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lead,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                Term.DATED,
                due,
                Set.of(),
                Set.of(),
                Set.of()));
    }
}
