package vn.kientao.reform.steering.web.obstacle;

import static vn.kientao.reform.steering.web.Typed.put;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.obstacle.ObstacleKeys;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.domain.obstacle.FollowUp;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleEvent;
import vn.kientao.reform.steering.domain.obstacle.OpenAnswerRow;
import vn.kientao.reform.steering.web.Cut;

/** An obstacle for programs. Codes of agencies; times of Viet Nam. */
public record ObstacleJson(
        String code,
        String title,
        String content,
        String kind,
        String cause,
        String ruleDocument,
        String ruleArticle,
        String area,
        String raiser,
        LocalDateTime raisedAt,
        String state,
        @Nullable String urgency,
        String holder,
        String body,
        String outside,
        String letter,
        LocalDateTime due,
        boolean late,
        String answer,
        @Nullable LocalDateTime answeredAt,
        boolean published,
        int reopened,
        List<Event> events,
        List<Followed> followUps,
        long version) {
    public ObstacleJson {
        events = List.copyOf(events);
        followUps = List.copyOf(followUps);
    }

    static ObstacleJson of(Obstacles.View view, LocalDateTime now) {
        Obstacle one = view.obstacle();
        return new ObstacleJson(
                one.code(),
                one.report().title(),
                one.report().content(),
                one.report().kind().name(),
                one.report().cause().name(),
                one.report().ruleDocument(),
                one.report().ruleArticle(),
                one.report().area(),
                one.raiser(),
                one.raisedAt(),
                one.state().name(),
                one.handling().urgency().map(Enum::name).orElse(null),
                one.handling().holder(),
                one.handling().body().name(),
                one.handling().outside(),
                one.handling().letter(),
                one.clock().due(),
                one.late(now),
                one.answer().at().isPresent() || view.holder() ? one.answer().text() : "",
                one.answer().at().orElse(null),
                one.answer().open().isPresent(),
                one.reopened(),
                view.events().stream().map(Event::of).toList(),
                view.followUps().stream().map(Followed::of).toList(),
                one.version());
    }

    /** Something that was done to it. */
    public record Event(LocalDateTime at, String action, String agency, String to, String note) {
        static Event of(ObstacleEvent event) {
            return new Event(event.at(), event.action().word(), event.agency(), event.to(), event.note());
        }
    }

    /** What came of it. */
    public record Followed(String kind, String reference, String words, LocalDate on) {
        static Followed of(FollowUp one) {
            return new Followed(one.kind().name(), one.reference(), one.words(), one.on());
        }
    }

    /** @param after where the next page begins; absent on the last one */
    public record Listing(List<Row> obstacles, @Nullable String after) {
        public Listing {
            obstacles = List.copyOf(obstacles);
        }

        static Listing of(List<Obstacle> rows, int most, LocalDateTime now) {
            Cut<Obstacle> page = Cut.of(rows, most);
            return new Listing(page.rows(one -> Row.of(one, now)), page.next(ObstacleKeys::of));
        }
    }

    /** An obstacle in a list. */
    public record Row(
            String code,
            String title,
            String kind,
            String cause,
            String area,
            String raiser,
            String holder,
            String state,
            LocalDateTime due,
            boolean late) {
        static Row of(Obstacle one, LocalDateTime now) {
            return new Row(
                    one.code(),
                    one.report().title(),
                    one.report().kind().name(),
                    one.report().cause().name(),
                    one.report().area(),
                    one.raiser(),
                    one.handling().holder(),
                    one.state().name(),
                    one.clock().due(),
                    one.late(now));
        }
    }

    /** What an agency raises. */
    public record New(
            @Nullable String title,
            @Nullable String content,
            @Nullable String kind,
            @Nullable String cause,
            @Nullable String ruleDocument,
            @Nullable String ruleArticle,
            @Nullable String area) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "title", title);
            put(values, "content", content);
            put(values, "kind", kind);
            put(values, "cause", cause);
            put(values, "ruleDocument", ruleDocument);
            put(values, "ruleArticle", ruleArticle);
            put(values, "area", area);
            return values;
        }
    }

    /** A step; each action says which fields it needs. */
    public record Step(
            @Nullable String action,
            @Nullable String note,
            @Nullable String urgency,
            @Nullable String cause,
            @Nullable String to,
            @Nullable String letter,
            @Nullable String publicTitle,
            @Nullable String publicQuestion,
            @Nullable String publicAnswer,
            @Nullable String product,
            @Nullable LocalDate due) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "note", note);
            put(values, "urgency", urgency);
            put(values, "cause", cause);
            put(values, "to", to);
            put(values, "letter", letter);
            put(values, "publicTitle", publicTitle);
            put(values, "publicQuestion", publicQuestion);
            put(values, "publicAnswer", publicAnswer);
            put(values, "product", product);
            put(values, "due", due == null ? null : Formats.date(due));
            return values;
        }
    }

    /** @param after where the next page begins; absent on the last one */
    public record Answers(List<Open> answers, @Nullable Long after) {
        public Answers {
            answers = List.copyOf(answers);
        }

        static Answers of(List<OpenAnswerRow> rows, int most) {
            Cut<OpenAnswerRow> page = Cut.of(rows, most);
            return new Answers(page.rows(Open::of), page.next(OpenAnswerRow::id));
        }
    }

    /** A published answer. */
    public record Open(
            String code, String area, String agency, String title, String question, String answer, LocalDateTime at) {
        static Open of(OpenAnswerRow row) {
            return new Open(
                    row.code(),
                    row.area(),
                    row.holder(),
                    row.open().title(),
                    row.open().question(),
                    row.open().answer(),
                    row.open().at());
        }
    }
}
