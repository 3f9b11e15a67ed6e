package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

/**
 * What an agency raises.
 *
 * @param ruleDocument the document whose rule is in the way, as it is cited; empty when it is about none
 * @param ruleArticle article and clause of it; may be empty
 * @param area code of the area
 */
public record Report(
        String title,
        String content,
        ObstacleKind kind,
        ObstacleCause cause,
        String ruleDocument,
        String ruleArticle,
        String area) {
    public Report {
        requireNonNull(title, "title");
        requireNonNull(content, "content");
        requireNonNull(kind, "kind");
        requireNonNull(cause, "cause");
        requireNonNull(ruleDocument, "ruleDocument");
        requireNonNull(ruleArticle, "ruleArticle");
        requireNonNull(area, "area");
        if (title.isBlank() || content.isBlank()) {
            throw new IllegalArgumentException("title and content (expected: not blank)");
        }
        if (kind == ObstacleKind.RULE && ruleDocument.isBlank()) {
            throw new IllegalArgumentException("ruleDocument of an unsuitable rule (expected: not blank)");
        }
    }

    /** The same with what the classification found. */
    public Report because(ObstacleCause found) {
        return new Report(title, content, kind, found, ruleDocument, ruleArticle, area);
    }

    /** Document and article in one line; empty when there is none. */
    public String rule() {
        return ruleArticle.isEmpty() ? ruleDocument : ruleArticle + ", " + ruleDocument;
    }
}
