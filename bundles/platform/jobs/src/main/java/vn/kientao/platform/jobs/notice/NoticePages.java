package vn.kientao.platform.jobs.notice;

import gg.jte.output.WriterOutput;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.jobs.web.templates.StaticTemplates;
import vn.kientao.platform.jobs.web.templates.Templates;

/** A reader's own notices, and whether they want a summary by e-mail. */
@Component
public final class NoticePages implements PlatformRoutes {
    private static final int PAGE = 25;
    private static final int KEY_BYTES = 24;
    private static final int LONGEST = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s.,;<>]+(\\.[^@\\s.,;<>]+)+");

    private final Database database;
    private final Notices notices;
    private final NoticeRepository repository = new NoticeRepository();
    private final SecureRandom random = new SecureRandom();
    private final TextBundle texts = TextBundle.of(NoticePages.class);
    private final Templates templates = new StaticTemplates();

    @Activate
    public NoticePages(@Reference Database database, @Reference Notices notices) {
        this.database = database;
        this.notices = notices;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/notices", Permission.SIGNED_IN, this::list).menu("notices.title", "bell", 5);
        routes.post("/notices/read", Permission.SIGNED_IN, this::readAll);
        routes.post("/notices/open/{id}", Permission.SIGNED_IN, this::open);
        routes.get("/notices/digest", Permission.SIGNED_IN, this::digest);
        routes.post("/notices/digest", Permission.SIGNED_IN, this::choose);
        routes.get("/notices/stop", Permission.ANYONE, this::askToStop);
        routes.post("/notices/stop", Permission.ANYONE, this::stop);
        routes.get("/api/v1/notices", Permission.SIGNED_IN, this::json)
                .summary("notices.summary")
                .query("before")
                .returns(NoticeJson.Listing.class);
    }

    private Reply list(Request request) {
        Optional<Long> before = before(request);
        List<NoticeRepository.Kept> rows = rows(request, before);
        boolean more = rows.size() > PAGE;
        NoticeListModel model = new NoticeListModel(
                request.page(), more ? rows.subList(0, PAGE) : rows, more, before.isEmpty(), notices.mails());
        return Reply.page(
                request.page().text("notices.title"),
                out -> templates.noticesList(model).render(new WriterOutput(out)));
    }

    private Reply json(Request request) {
        List<NoticeRepository.Kept> rows = rows(request, before(request));
        boolean more = rows.size() > PAGE;
        List<NoticeRepository.Kept> shown = more ? rows.subList(0, PAGE) : rows;
        return Reply.json(new NoticeJson.Listing(
                shown.stream()
                        .map(row -> NoticeJson.of(row, request.page().texts()))
                        .toList(),
                more ? shown.get(PAGE - 1).id() : null));
    }

    private List<NoticeRepository.Kept> rows(Request request, Optional<Long> before) {
        return database.read(
                handle -> repository.page(handle, request.actor().account(), before.orElse(Long.MAX_VALUE), PAGE + 1));
    }

    private static Optional<Long> before(Request request) {
        return request.query("before").filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private Reply readAll(Request request) {
        String account = request.actor().account();
        long last = number(request.field("last").orElse("")).orElse(0L);
        database.write(handle -> {
            repository.readAll(handle, account, last);
            return account;
        });
        forget(account);
        return Reply.seeOther("/notices").flash(request.page().text("notices.done.read"));
    }

    private Reply open(Request request) {
        String account = request.actor().account();
        NoticeRepository.Kept notice = number(request.pathValue("id"))
                .flatMap(id -> database.read(handle -> repository.find(handle, account, id)))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "not-found",
                        texts.text("notices.problem.not-found"),
                        texts.text("notices.problem.not-found.do"))));
        database.write(handle -> {
            repository.read(handle, account, notice.id());
            return account;
        });
        forget(account);
        return Reply.seeOther(notice.link());
    }

    private void forget(String account) {
        if (notices instanceof NoticesComponent ours) {
            ours.forget(account);
        }
    }

    private Reply digest(Request request) {
        Optional<NoticeRepository.Digest> digest = database.read(
                handle -> repository.digest(handle, request.actor().account()));
        return digest(
                request,
                digest.map(NoticeRepository.Digest::email).orElse(""),
                digest.map(NoticeRepository.Digest::wanted).orElse(false),
                "",
                200);
    }

    private Reply choose(Request request) {
        String email = request.field("email").orElse("");
        boolean wanted = request.field("wanted").isPresent();
        if (wanted && (!EMAIL.matcher(email).matches() || email.length() > LONGEST)) {
            return digest(request, email, true, request.page().text("notices.error.email", email), 422);
        }
        String key = key();
        database.write(handle -> {
            repository.choose(handle, request.actor().account(), email, wanted, key);
            return key;
        });
        return Reply.seeOther("/notices/digest")
                .flash(request.page().text(wanted ? "notices.done.wanted" : "notices.done.unwanted"));
    }

    private String key() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private Reply digest(Request request, String email, boolean wanted, String error, int status) {
        DigestModel model = new DigestModel(request.page(), email, wanted, error, notices.mails());
        return Reply.page(
                        request.page().text("notices.digest.title"),
                        out -> templates.noticesDigest(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(request.page().text("notices.title"), "/notices"))
                .status(status);
    }

    private Reply askToStop(Request request) {
        StopModel model = new StopModel(request.page(), request.query("k").orElse(""));
        return Reply.page(
                request.page().text("notices.stop.title"),
                out -> templates.noticesStop(model).render(new WriterOutput(out)));
    }

    /** The same answer for a key that is known and for one that is not. */
    private Reply stop(Request request) {
        String key = request.field("k").orElse("");
        database.write(handle -> repository.stop(handle, key));
        return Reply.seeOther("/notices/stop").flash(request.page().text("notices.stop.done"));
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** When a notice was made, on a page. */
    static String at(NoticeRepository.Kept notice) {
        return Formats.time(notice.at());
    }
}
