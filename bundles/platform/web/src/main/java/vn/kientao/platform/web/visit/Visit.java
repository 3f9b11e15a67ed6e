package vn.kientao.platform.web.visit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.web.http.ContestedExchange;
import vn.kientao.platform.web.http.Cookies;
import vn.kientao.platform.web.http.Exchange;
import vn.kientao.platform.web.http.Parameters;
import vn.kientao.platform.web.refused.Refused;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.RouteTree;

/** What the front door knows of one request; it learns more from step to step. Used by one thread. */
public final class Visit {
    private final ContestedExchange exchange;
    private final String requestId;
    private final Instant now;
    private final Cookies cookies;

    private Parameters query = new Parameters();
    private Locale locale = TextBundle.VIETNAMESE;
    private Optional<Session> session = Optional.empty();
    private Optional<Agency> agency = Optional.empty();
    private Optional<ReleaseId> release = Optional.empty();
    private Optional<CompiledRoute> route = Optional.empty();
    private List<String> values = List.of();
    private Form form = Form.NONE;
    private String csrfToken = "";
    private String visitor = "";
    private boolean brokenOff;
    private boolean program;
    private Optional<byte[]> body = Optional.empty();

    public Visit(ContestedExchange exchange, String requestId, Instant now) {
        this.exchange = exchange;
        this.requestId = requestId;
        this.now = now;
        this.cookies = Cookies.of(exchange);
    }

    /** The same visit over another exchange, for somebody who answers in the place of the thread it belongs to. */
    public Visit over(Exchange other) {
        Visit copy = new Visit(new ContestedExchange(other), requestId, now);
        copy.query = query;
        copy.locale = locale;
        copy.session = session;
        copy.agency = agency;
        copy.release = release;
        copy.route = route;
        copy.values = values;
        copy.csrfToken = csrfToken;
        copy.visitor = visitor;
        copy.program = program;
        return copy;
    }

    public ContestedExchange exchange() {
        return exchange;
    }

    public String requestId() {
        return requestId;
    }

    public Instant now() {
        return now;
    }

    public Cookies cookies() {
        return cookies;
    }

    public Parameters query() {
        return query;
    }

    public Locale locale() {
        return locale;
    }

    public Optional<Session> session() {
        return session;
    }

    public Actor actor() {
        return session.map(Session::actor).orElse(Actor.anonymous());
    }

    /** The random word of the visitor's cookie; a name for somebody without a session. */
    public String visitor() {
        return visitor;
    }

    /** What an unsafe request of this reader must bring along. */
    public String csrfToken() {
        return csrfToken;
    }

    public Optional<Agency> agency() {
        return agency;
    }

    /** The route taken, once it is known. */
    public Optional<CompiledRoute> route() {
        return route;
    }

    /** The values of the route's braces. */
    public List<String> values() {
        return values;
    }

    public Form form() {
        return form;
    }

    /** Whether nobody's data changes by it. */
    public boolean safe() {
        String method = exchange.method();
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    /** Whether a program asked, so that errors are JSON too. */
    public boolean forPrograms() {
        String path = exchange.rawPath();
        return path.startsWith("/api/")
                || path.startsWith("/drafts/")
                || path.startsWith("/health")
                || exchange.header("Accept")
                        .filter(accept -> accept.contains("json") && !accept.contains("html"))
                        .isPresent();
    }

    void query(Parameters parameters) {
        query = parameters;
    }

    void locale(Locale chosen) {
        locale = chosen;
    }

    void session(Session found) {
        session = Optional.of(found);
        csrfToken = found.csrfToken();
    }

    /** A program that acts by an access token: it has no cookies, and no other site can make it ask for anything. */
    void program(Session found) {
        session = Optional.of(found);
        program = true;
    }

    /**
     * The whole body, which may be asked for again.
     *
     * @throws Refusal 413 when it is longer than a JSON body may be
     */
    public byte[] keptBody() throws IOException {
        if (body.isEmpty()) {
            body = Optional.of(FormReader.bytes(exchange, FormReader.MOST_TEXT));
        }
        return body.get();
    }

    public boolean program() {
        return program;
    }

    void visitor(String word, String token) {
        visitor = word;
        csrfToken = token;
    }

    public void agency(Agency found) {
        agency = Optional.of(found);
    }

    public void release(ReleaseId serving) {
        release = Optional.of(serving);
    }

    /** The circumstances of what is done for this visit, as far as they are known. */
    public Circumstances circumstances() {
        return new Circumstances(
                actor(), requestId, exchange.origin().remoteAddress(), agency.map(Agency::code), release);
    }

    /** This visit as one that was turned away. */
    public Refused refused(int status, String code) {
        return new Refused(
                circumstances(),
                route.map(taken -> taken.owner().id()).orElse("web"),
                route.map(CompiledRoute::name).orElse(exchange.method() + " -"),
                exchange.rawPath(),
                status,
                code);
    }

    public void enter(CompiledRoute taken, RouteTree.Place place) {
        route = Optional.of(taken);
        values = place.values();
    }

    public void form(Form read) {
        form = read;
    }

    /** The answer can not be brought to its end. */
    public void breakOff() {
        brokenOff = true;
    }

    /** How the visit was answered; 500 for an answer that broke off in its middle, whatever its beginning said. */
    public int status() {
        return brokenOff ? 500 : exchange.status();
    }
}
