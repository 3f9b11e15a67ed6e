package vn.kientao.platform.testing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.RecordTag;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Upload;

/**
 * A request made up by a test, as it would arrive at a handler: every check of the platform has passed. Begin with
 * {@link #get} or {@link #post} and add what matters:
 *
 * <pre>
 * FakeRequest.post("procedures", "/dossiers").in("STP").may(RECEIVE).withField("applicant", "Trần Thị Bình")
 * </pre>
 *
 * <p>Without more it comes from nobody, of no agency, in Vietnamese, with the texts on the class path.
 */
public final class FakeRequest implements Request {
    /** Of the module under test, read once as in the product. */
    private static final TextBundle TEXTS = TextBundle.of(FakeRequest.class);

    private final String method;
    private final String module;
    private final String path;
    private final Map<String, String> pathValues = new HashMap<>();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, Upload> uploads = new HashMap<>();
    private final Map<String, LocalText> refused = new HashMap<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> shown = new ArrayList<>();
    private final Map<String, Map<String, String>> drafts = new HashMap<>();
    private Actor actor = Actor.anonymous();
    private Optional<Agency> agency = Optional.empty();
    private Locale locale = TextBundle.VIETNAMESE;
    private Clock clock = Clock.systemUTC();
    private Optional<String> address = Optional.empty();
    private @Nullable Object json;

    private FakeRequest(String method, String module, String path) {
        this.method = method;
        this.module = module;
        this.path = path;
    }

    /** A GET of {@code path} below the address of {@code module}. */
    public static FakeRequest get(String module, String path) {
        return new FakeRequest("GET", module, path);
    }

    public static FakeRequest post(String module, String path) {
        return new FakeRequest("POST", module, path);
    }

    /** Comes to this whole address, as routes of the platform's own rooms have it. */
    public FakeRequest to(String whole) {
        address = Optional.of(whole);
        return this;
    }

    /** The agency in the address, made up from its code. */
    public FakeRequest in(String code) {
        LocalText name = new LocalText("Cơ quan " + code, "Agency " + code);
        return in(
                new Agency(code, name, "department", Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    }

    public FakeRequest in(Agency where) {
        agency = Optional.of(where);
        return this;
    }

    public FakeRequest by(Actor who) {
        actor = who;
        return this;
    }

    /** Comes from an officer who holds these permissions in the agency of the address; call after {@link #in}. */
    public FakeRequest may(Permission... permissions) {
        Set<String> names = Stream.of(permissions).map(Permission::name).collect(Collectors.toSet());
        Map<String, Set<String>> there =
                agency.map(where -> Map.of(where.code(), names)).orElse(Map.of());
        return by(new Actor("officer", "Nguyễn Văn An", Set.of(), there));
    }

    public FakeRequest inEnglish() {
        locale = TextBundle.ENGLISH;
        return this;
    }

    public FakeRequest at(Clock when) {
        clock = when;
        return this;
    }

    public FakeRequest withPathValue(String name, String value) {
        pathValues.put(name, value);
        return this;
    }

    public FakeRequest withQuery(String name, String... values) {
        query.put(name, arrived(values));
        return this;
    }

    public FakeRequest withField(String name, String... values) {
        fields.put(name, arrived(values));
        return this;
    }

    public FakeRequest withFile(String name, Upload upload) {
        uploads.put(name, upload);
        return this;
    }

    /** A file that the platform did not let in. */
    public FakeRequest withRefusedFile(String name, LocalText reason) {
        refused.put(name, reason);
        return this;
    }

    public FakeRequest withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The record that {@link #json} answers with. */
    public FakeRequest withJson(Object body) {
        json = body;
        return this;
    }

    public FakeRequest withDraft(String form, Map<String, String> values) {
        drafts.put(form, Map.copyOf(values));
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return address.orElseGet(() -> page().link(path));
    }

    @Override
    public String pathValue(String name) {
        String value = pathValues.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no {" + name + "} in the path (expected: withPathValue)");
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        return queryAll(name).stream().findFirst();
    }

    @Override
    public List<String> queryAll(String name) {
        return query.getOrDefault(name, List.of());
    }

    @Override
    public Optional<String> field(String name) {
        return fieldAll(name).stream().findFirst();
    }

    @Override
    public List<String> fieldAll(String name) {
        return fields.getOrDefault(name, List.of());
    }

    @Override
    public Map<String, String> fields() {
        Map<String, String> first = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                first.put(name, values.isEmpty() ? "" : values.get(0));
            }
        });
        return first;
    }

    @Override
    public Map<String, List<String>> form() {
        return new LinkedHashMap<>(fields);
    }

    @Override
    public Optional<Upload> upload(String name) {
        return Optional.ofNullable(uploads.get(name));
    }

    @Override
    public Map<String, LocalText> refusedUploads() {
        return Map.copyOf(refused);
    }

    @Override
    public <T> T json(Class<T> type) {
        if (json == null) {
            throw new IllegalStateException("no JSON body (expected: withJson)");
        }
        return type.cast(json);
    }

    @Override
    public Page page() {
        String zone = agency.map(where -> "/" + where.code()).orElse("/public");
        return new FakePage(TEXTS.in(locale), module, agency, actor, zone + "/" + module + path, query);
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Agency agency() {
        return agency.orElseThrow(() -> new IllegalStateException("a route without agency (expected: in(\"…\"))"));
    }

    @Override
    public Optional<Agency> agencyIfAny() {
        return agency;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public String requestId() {
        return "test-request";
    }

    @Override
    public Optional<String> idempotencyKey() {
        return header("Idempotency-Key").or(() -> field("_once"));
    }

    @Override
    public void expect(long version) {
        if (header("If-Match")
                .filter(seen -> !new RecordTag(version).isIn(seen))
                .isPresent()) {
            LocalText title = LocalText.same("version " + version + " is not the one in If-Match");
            throw new ProblemException(new Problem(412, "version-moved", title, LocalText.same("")));
        }
    }

    @Override
    public String remoteAddress() {
        return "192.0.2.1";
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public Optional<Map<String, String>> draft(String form) {
        return Optional.ofNullable(drafts.get(form));
    }

    @Override
    public void discardDraft(String form) {
        drafts.remove(form);
    }

    @Override
    public AuditEntry audit(String action, String objectType, String objectId, String detail) {
        return new AuditEntry(
                actor.account(), agency.map(Agency::code), module, action, objectType, objectId, detail, requestId());
    }

    @Override
    public void personalDataShown(String objectType, String objectId, LocalText purpose) {
        shown.add(objectType + " " + objectId);
    }

    /** Type and id of the objects whose personal data the handler said it shows, in order. */
    public List<String> shownObjects() {
        return List.copyOf(shown);
    }

    /** As at the door: NFC, ends stripped, blanks left out. */
    private static List<String> arrived(String... values) {
        List<String> kept = new ArrayList<>();
        for (String value : values) {
            String clean = Folding.nfc(value).strip();
            if (!clean.isEmpty()) {
                kept.add(clean);
            }
        }
        return List.copyOf(kept);
    }
}
