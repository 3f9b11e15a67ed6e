package vn.kientao.reform.steering.web.obstacle;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleKind;
import vn.kientao.reform.steering.domain.obstacle.Report;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.FormReader;

/** Reads what an agency raises, from a form or from a program. */
final class ObstacleForm {
    static final int TITLE = 500;
    static final int CONTENT = 4_000;

    private static final TextBundle TEXTS = TextBundle.of(ObstacleForm.class);
    private static final int DOCUMENT = 300;
    private static final int ARTICLE = 200;

    private final FormReader reader;
    private final List<Area> areas;

    ObstacleForm(FormReader reader, List<Area> areas) {
        this.reader = reader;
        this.areas = List.copyOf(areas);
    }

    /** What is raised; empty when something is wrong with it. */
    Optional<Report> report() {
        Optional<ObstacleKind> kind = reader.field("kind").flatMap(ObstacleKind::of);
        if (kind.isEmpty()) {
            reader.errors().add("kind", TEXTS.text("obstacle.error.kind"));
        }
        String title = reader.text("title", 1, TITLE);
        String content = reader.text("content", 1, CONTENT);
        Optional<ObstacleCause> cause = cause(reader);
        String area = area();
        boolean rule = kind.filter(ObstacleKind.RULE::equals).isPresent();
        String document = reader.text("ruleDocument", rule ? 1 : 0, DOCUMENT);
        String article = reader.text("ruleArticle", 0, ARTICLE);
        if (!article.isEmpty() && document.isEmpty()) {
            reader.errors().add("ruleDocument", TEXTS.text("obstacle.error.document"));
        }
        if (!reader.errors().isEmpty() || kind.isEmpty() || cause.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Report(title, content, kind.get(), cause.get(), document, article, area));
    }

    static Optional<ObstacleCause> cause(FormReader reader) {
        Optional<ObstacleCause> cause = reader.field("cause").flatMap(ObstacleCause::of);
        if (cause.isEmpty()) {
            reader.errors().add("cause", TEXTS.text("obstacle.error.cause"));
        }
        return cause;
    }

    private String area() {
        String code = reader.field("area").orElse("");
        if (areas.stream().noneMatch(area -> area.code().equals(code))) {
            reader.errors().add("area", TEXTS.text("task.error.area", code));
        }
        return code;
    }
}
