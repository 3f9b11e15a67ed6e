package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

/** Small things that every door of the desk says and does alike. */
public final class Words {
    private static final TextBundle TEXTS = TextBundle.of(Words.class);

    private Words() {}

    public static LocalText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The texts of official paper, which is always in Vietnamese. */
    public static Texts official() {
        return TEXTS.in(TextBundle.VIETNAMESE);
    }

    /** When the request arrived, in the time of Viet Nam, whole seconds. */
    public static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Who acts in this request. */
    public static Doer doer(Request request) {
        return new Doer(
                request.agency().code(),
                request.actor().account(),
                request.actor().name(),
                now(request),
                request.idempotencyKey(),
                request::audit);
    }

    /** 404: no such dossier at this agency. */
    public static ProblemException noSuchDossier(String code) {
        return new ProblemException(new Problem(
                404,
                "dossier-not-found",
                text("dossier.problem.not-found", code),
                text("dossier.problem.not-found.do")));
    }

    /** What a dossier's QR code holds: its tracking page, opened by its random key. */
    public static String trackingAddress(Page page, Dossier dossier) {
        return page.absolute(page.openLink("/track/" + dossier.code() + "?k=" + dossier.trackingKey()));
    }
}
