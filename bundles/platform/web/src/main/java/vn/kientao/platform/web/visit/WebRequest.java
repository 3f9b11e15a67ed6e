package vn.kientao.platform.web.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.privacy.PersonalDataAccess;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.RecordTag;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.web.draft.DraftKey;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.route.CompiledRoute;

/** A visit as handlers see it. */
public final class WebRequest implements Request {
    private static final int LONGEST_KEY = 100;

    private final Visit visit;
    private final CompiledRoute route;
    private final Surroundings surroundings;
    private final WebPage page;

    public WebRequest(Visit visit, CompiledRoute route, Surroundings surroundings) {
        this.visit = visit;
        this.route = route;
        this.surroundings = surroundings;
        this.page = new WebPage(visit, route, surroundings);
    }

    /** What only the platform's own pages look at. */
    public Visit visit() {
        return visit;
    }

    @Override
    public String method() {
        return visit.exchange().method().equals("HEAD")
                ? "GET"
                : visit.exchange().method();
    }

    @Override
    public String path() {
        return visit.exchange().rawPath();
    }

    @Override
    public String pathValue(String name) {
        int index = route.names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("path value '" + name + "' (expected: one of " + route.names() + ")");
        }
        return visit.values().get(index);
    }

    @Override
    public Optional<String> query(String name) {
        return visit.query().first(name);
    }

    @Override
    public List<String> queryAll(String name) {
        return visit.query().all(name);
    }

    @Override
    public Optional<String> field(String name) {
        return visit.form().first(name);
    }

    @Override
    public List<String> fieldAll(String name) {
        return visit.form().all(name);
    }

    @Override
    public Map<String, String> fields() {
        return visit.form().firsts();
    }

    @Override
    public Map<String, List<String>> form() {
        return visit.form().asMap();
    }

    @Override
    public Optional<Upload> upload(String name) {
        return visit.form().upload(name).map(Upload.class::cast);
    }

    @Override
    public Map<String, LocalText> refusedUploads() {
        return visit.form().refused();
    }

    @Override
    public <T> T json(Class<T> type) {
        return JsonBody.read(visit, route.owner().json(), type);
    }

    @Override
    public Page page() {
        return page;
    }

    @Override
    public Actor actor() {
        return visit.actor();
    }

    @Override
    public Agency agency() {
        return visit.agency().orElseThrow(() -> new IllegalStateException("no agency in the address of " + route));
    }

    @Override
    public Optional<Agency> agencyIfAny() {
        return visit.agency();
    }

    @Override
    public Instant now() {
        return visit.now();
    }

    @Override
    public String requestId() {
        return visit.requestId();
    }

    @Override
    public Optional<String> idempotencyKey() {
        Optional<String> key = visit.exchange()
                .header("Idempotency-Key")
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .or(() -> visit.form().first(Form.ONCE));
        if (key.isPresent() && key.get().length() > LONGEST_KEY) {
            throw new Refusal(400, "malformed");
        }
        return key;
    }

    @Override
    public void expect(long version) {
        RecordTag present = new RecordTag(version);
        Optional<String> seen = visit.exchange().header("If-Match");
        if (seen.isPresent() && !present.isIn(seen.get())) {
            throw new Refusal(412, "version-moved", Map.of("ETag", present.text()));
        }
    }

    @Override
    public String remoteAddress() {
        return visit.exchange().origin().remoteAddress();
    }

    @Override
    public Optional<String> header(String name) {
        return visit.exchange().header(name);
    }

    @Override
    public Optional<Map<String, String>> draft(String form) {
        return surroundings.drafts().find(draftKey(form));
    }

    @Override
    public void discardDraft(String form) {
        surroundings.drafts().discard(draftKey(form));
    }

    private DraftKey draftKey(String form) {
        return DraftKey.of(
                visit.actor(),
                visit.visitor(),
                visit.agency().map(Agency::code).orElse(""),
                route.owner().id(),
                form);
    }

    @Override
    public AuditEntry audit(String action, String objectType, String objectId, String detail) {
        return new AuditEntry(
                visit.actor().account(),
                visit.agency().map(Agency::code),
                route.owner().id(),
                action,
                objectType,
                objectId,
                detail,
                visit.requestId());
    }

    @Override
    public void personalDataShown(String objectType, String objectId, LocalText purpose) {
        surroundings
                .accesses()
                .shown(new PersonalDataAccess(
                        visit.now(),
                        visit.actor().account(),
                        visit.actor().actingFor().orElse(""),
                        visit.agency().map(Agency::code).orElse(""),
                        remoteAddress(),
                        objectType,
                        objectId,
                        route.name(),
                        purpose,
                        visit.requestId()));
    }
}
