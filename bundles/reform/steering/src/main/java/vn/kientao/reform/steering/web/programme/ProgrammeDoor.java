package vn.kientao.reform.steering.web.programme;

import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.web.Acts;

/** Finds the document and the clause of an address, and says who acts. */
final class ProgrammeDoor {
    private static final TextBundle TEXTS = TextBundle.of(ProgrammeDoor.class);

    private ProgrammeDoor() {}

    /** The document that the address names; 404 when there is none. */
    static Programmes.Course course(Request request, Programmes programmes) {
        String code = request.pathValue("document");
        return programmes
                .course(code, Acts.today(request))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "document-not-found",
                        TEXTS.text("programme.problem.none", code),
                        TEXTS.text("programme.problem.none.do"))));
    }

    /** The clause that the address names; 404 when the document has none such. */
    static Clause clause(Request request, Programmes.Course course) {
        String code = request.pathValue("clause");
        return course.clause(code)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "clause-not-found",
                        TEXTS.text(
                                "programme.problem.clause",
                                code,
                                course.document().code()),
                        TEXTS.text("programme.problem.clause.do"))));
    }

    /** The form must have seen the present version. */
    static void seen(Request request, long version, FormErrors errors) {
        if (!request.field("version").orElse("").equals("" + version)) {
            errors.add("version", TEXTS.text("programme.problem.stale"));
        }
    }

    static void stale(FormErrors errors) {
        errors.add("version", TEXTS.text("programme.problem.stale"));
    }

    static ProblemException stale() {
        return new ProblemException(new Problem(
                412, "stale", TEXTS.text("programme.problem.stale"), TEXTS.text("programme.problem.stale.do")));
    }

    /** 409: tasks, plans or other records lead to it. */
    static ProblemException used(String code) {
        return new ProblemException(new Problem(
                409, "in-use", TEXTS.text("programme.problem.used", code), TEXTS.text("programme.problem.used.do")));
    }

    static Reply.Crumb home(Page page) {
        return new Reply.Crumb(page.text("programme.title"), page.link("/programme"));
    }

    static Reply.Crumb one(Page page, Document document) {
        return new Reply.Crumb(document.title(), page.link("/programme/" + document.code()));
    }
}
