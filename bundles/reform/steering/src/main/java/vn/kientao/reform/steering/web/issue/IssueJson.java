package vn.kientao.reform.steering.web.issue;

import static vn.kientao.reform.steering.web.Typed.put;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.web.Cut;

/**
 * A matter for the chairman for programs. Codes of agencies, areas and tasks; times of Viet Nam. Who raised it and who
 * decided are not named.
 *
 * @param task code of the task that the decision gave; empty when it gave none
 */
public record IssueJson(
        String code,
        String agency,
        String title,
        String content,
        String area,
        LocalDateTime raisedAt,
        String state,
        String decision,
        @Nullable LocalDateTime decidedAt,
        String task,
        String outcome,
        long version) {

    static IssueJson of(Issue one) {
        return new IssueJson(
                one.code(),
                one.agency(),
                one.title(),
                one.content(),
                one.area(),
                one.raisedAt(),
                one.state().name(),
                one.decision(),
                one.decidedAt().orElse(null),
                one.task(),
                one.outcome(),
                one.version());
    }

    /** @param after where the next page begins; absent on the last one */
    public record Listing(List<Row> issues, @Nullable Long after) {
        public Listing {
            issues = List.copyOf(issues);
        }

        static Listing of(List<Issue> rows, int most) {
            Cut<Issue> page = Cut.of(rows, most);
            return new Listing(page.rows(Row::of), page.next(Issue::id));
        }
    }

    /** A matter in a list. */
    public record Row(String code, String agency, String title, String area, LocalDateTime raisedAt, String state) {
        static Row of(Issue one) {
            return new Row(
                    one.code(),
                    one.agency(),
                    one.title(),
                    one.area(),
                    one.raisedAt(),
                    one.state().name());
        }
    }

    /** What is put before the chairman. */
    public record New(
            @Nullable String title,
            @Nullable String content,
            @Nullable String area) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "title", title);
            put(values, "content", content);
            put(values, "area", area);
            return values;
        }
    }

    /**
     * What the chairman decides.
     *
     * @param lead code of the agency that is given a task; then product and due are needed
     */
    public record Decision(
            @Nullable String decision,
            @Nullable String lead,
            @Nullable String product,
            @Nullable LocalDate due) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "decision", decision);
            put(values, "lead", lead);
            put(values, "product", product);
            put(values, "due", due == null ? null : Formats.date(due));
            return values;
        }
    }

    /** What came of the decision. */
    public record Outcome(@Nullable String outcome) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "outcome", outcome);
            return values;
        }
    }
}
