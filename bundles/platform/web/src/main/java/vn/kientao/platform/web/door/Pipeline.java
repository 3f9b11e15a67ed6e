package vn.kientao.platform.web.door;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.StepUp;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.web.asset.Assets;
import vn.kientao.platform.web.http.ContestedExchange;
import vn.kientao.platform.web.http.Exchange;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.http.SecurityHeaders;
import vn.kientao.platform.web.http.UrlText;
import vn.kientao.platform.web.limit.RateLimits;
import vn.kientao.platform.web.once.Once;
import vn.kientao.platform.web.refused.Refusals;
import vn.kientao.platform.web.reply.Problems;
import vn.kientao.platform.web.reply.Replies;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.ReleaseTables;
import vn.kientao.platform.web.route.RouteTable;
import vn.kientao.platform.web.route.RouteTree;
import vn.kientao.platform.web.visit.Form;
import vn.kientao.platform.web.visit.FormReader;
import vn.kientao.platform.web.visit.Surroundings;
import vn.kientao.platform.web.visit.Visit;
import vn.kientao.platform.web.visit.Visitors;
import vn.kientao.platform.web.visit.WebRequest;

/**
 * The life of a request: who comes, which agency and module, is it on, may they, then the handler, then the answer. The
 * release that answers is leased until the last byte has left.
 */
public final class Pipeline {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    private final Clock clock;
    private final Surroundings surroundings;
    private final Visitors visitors;
    private final AgencyCheck agencies;
    private final ReleaseTables tables;
    private final PlatformTree platform;
    private final ModuleFinder finder;
    private final Replies replies;
    private final Problems problems;
    private final Watch watch;
    private final StepUp stepUp;
    private final RateLimits limits;
    private final Once once;
    private final Refusals refusals;
    private final RequestIds ids = new RequestIds();

    Pipeline(
            Clock clock,
            Surroundings surroundings,
            Visitors visitors,
            AgencyCheck agencies,
            ReleaseTables tables,
            PlatformTree platform,
            ModuleFinder finder,
            Replies replies,
            Problems problems,
            Watch watch,
            StepUp stepUp,
            RateLimits limits,
            Once once,
            Refusals refusals) {
        this.clock = clock;
        this.surroundings = surroundings;
        this.visitors = visitors;
        this.agencies = agencies;
        this.tables = tables;
        this.platform = platform;
        this.finder = finder;
        this.replies = replies;
        this.problems = problems;
        this.watch = watch;
        this.stepUp = stepUp;
        this.limits = limits;
        this.once = once;
        this.refusals = refusals;
    }

    /** Answers the exchange, whatever happens; throws only when the answer can no longer be sent. */
    public void serve(Exchange exchange) throws IOException {
        Visit visit = new Visit(new ContestedExchange(exchange), ids.next(), clock.instant());
        SecurityHeaders.write(exchange);
        exchange.setHeader("X-Request-Id", visit.requestId());
        exchange.setHeader("X-Kientao-Shell", surroundings.assets().shell());
        MDC.put("request", visit.requestId());
        try {
            guarded(visit, () -> answer(visit));
        } finally {
            MDC.clear();
        }
    }

    /** Something that answers; whatever it throws becomes an answer, too. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void guarded(Visit visit, Step step) throws IOException {
        ContestedExchange exchange = visit.exchange();
        try {
            step.run();
        } catch (ProblemException e) {
            tell(visit, e.problem(), Map.of());
        } catch (Refusal e) {
            tell(visit, problems.of(e), e.headers());
        } catch (StaleRecordException e) {
            tell(visit, problems.of(IfMatch.stale(visit)), Map.of());
        } catch (IOException e) {
            if (exchange.committed()) {
                throw e;
            }
            log.error("Request {} {} {} failed", visit.requestId(), exchange.method(), exchange.rawPath(), e);
            tell(visit, problems.fault(), Map.of());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            log.error("Request {} {} {} failed", visit.requestId(), exchange.method(), exchange.rawPath(), e);
            tell(visit, problems.fault(), Map.of());
        }
    }

    /** When part of the answer has left already, the connection is cut: half a page must not look like a whole one. */
    private void tell(Visit visit, Problem problem, Map<String, String> headers) throws IOException {
        if (visit.exchange().abandoned()) {
            return;
        }
        refusals.note(visit.refused(problem.status(), problem.code()));
        if (visit.exchange().committed()) {
            visit.breakOff();
            throw new IOException("request " + visit.requestId() + " broke off in the middle of its answer");
        }
        visit.exchange().takeIn();
        replies.problem(visit, problem, headers);
    }

    private void answer(Visit visit) throws IOException {
        Exchange exchange = visit.exchange();
        if (Assets.isAsset(exchange.rawPath())) {
            surroundings.assets().serve(exchange);
            return;
        }
        if (exchange.rawPath().equals("/favicon.ico")) {
            surroundings.assets().serveUnhashed(exchange, "favicon.svg");
            return;
        }
        limits.knock(exchange.origin().remoteAddress());
        visitors.recognise(visit);
        List<String> segments = UrlText.segments(exchange.rawPath());
        Optional<RouteTree.Place> place = platform.find(segments);
        if (place.isPresent()) {
            dispatch(visit, place.get());
        } else {
            module(visit, ModuleAddress.of(segments).orElseThrow(() -> new Refusal(404, "not-found")));
        }
    }

    private void module(Visit visit, ModuleAddress address) throws IOException {
        ModuleId module = moduleId(address.module());
        address.agency().ifPresent(code -> agencies.enter(visit, code));
        Routing routing = finder.route(module, address.agency());
        if (routing instanceof Routing.Serving serving) {
            try (Lease lease = serving.lease()) {
                watched(visit, address, lease);
            }
            return;
        }
        throw refusal(visit, routing);
    }

    private static ModuleId moduleId(String word) {
        try {
            return new ModuleId(word);
        } catch (IllegalArgumentException e) {
            throw new Refusal(404, "not-found");
        }
    }

    /** A module that is off is no secret: 403 says that it exists and that asking again is no use. */
    private static Refusal refusal(Visit visit, Routing routing) {
        if (routing instanceof Routing.Off off) {
            Object agency = visit.agency().isPresent() ? visit.agency().get().name() : "";
            return new Refusal(403, "module-off", off.manifest().name(), agency);
        }
        if (routing instanceof Routing.Busy busy) {
            return new Refusal(503, "module-busy", busy.manifest().name());
        }
        if (routing instanceof Routing.Quarantined held) {
            return new Refusal(503, "module-quarantined", Map.of("Retry-After", "60"), held.name(), held.reason());
        }
        return routing instanceof Routing.Away ? new Refusal(503, "module-away") : new Refusal(404, "not-found");
    }

    /** Serves under the eyes of the watchdog; a page that says what went wrong is part of the answer. */
    private void watched(Visit visit, ModuleAddress address, Lease lease) throws IOException {
        ModuleRequest request = new ModuleRequest(visit, lease, replies, problems);
        MDC.put("module", lease.release().id().toString());
        address.agency().ifPresent(agency -> MDC.put("agency", agency));
        watch.add(request);
        try {
            guarded(visit, () -> serve(visit, address, lease));
        } finally {
            watch.remove(request);
            request.done();
        }
    }

    private void serve(Visit visit, ModuleAddress address, Lease lease) throws IOException {
        ModuleManifest manifest = lease.release().manifest();
        visit.exchange().setHeader("X-Kientao-Module", manifest.release().toString());
        visit.release(manifest.release());
        RouteTable table = tables.find(manifest.release()).orElseThrow(() -> new Refusal(503, "module-away"));
        dispatch(
                visit,
                table.tree(address.zone()).find(address.path()).orElseThrow(() -> new Refusal(404, "not-found")));
    }

    private void dispatch(Visit visit, RouteTree.Place place) throws IOException {
        String method = visit.exchange().method();
        Optional<CompiledRoute> found = place.route(method.equals("HEAD") ? "GET" : method);
        if (found.isEmpty()) {
            withoutRoute(visit, place);
            return;
        }
        CompiledRoute route = found.get();
        visit.enter(route, place);
        if (route.ofAgency() && visit.agency().isEmpty()) {
            agencies.enter(visit, place.values().get(0));
        }
        limits.enter(visit, route);
        Optional<Reply> turnedAway = Gatekeeper.check(visit, route);
        if (turnedAway.isPresent()) {
            replies.write(visit, turnedAway.get());
            return;
        }
        run(visit, route);
    }

    private static void withoutRoute(Visit visit, RouteTree.Place place) {
        if (!visit.exchange().method().equals("OPTIONS")) {
            throw new Refusal(
                    405,
                    "method",
                    Map.of("Allow", place.allow()),
                    visit.exchange().method());
        }
        visit.exchange().status(204);
        visit.exchange().setHeader("Allow", place.allow());
    }

    private void run(Visit visit, CompiledRoute route) throws IOException {
        try (Circumstances.Scope here = visit.circumstances().enter();
                Form form = visit.safe()
                        ? Form.NONE
                        : FormReader.read(visit.exchange(), route.mostUploadBytes(), route.answersRefusedFiles())) {
            visit.form(form);
            CsrfGuard.check(visit);
            IfMatch.check(visit, route);
            inspect(visit, form, route);
            visit.exchange().open();
            WebRequest request = new WebRequest(visit, route, surroundings);
            Optional<Reply> asked = route.asksForProof() ? stepUp.check(request) : Optional.empty();
            replies.write(
                    visit, asked.isPresent() ? asked.get() : once.answer(visit, route, () -> handled(route, request)));
        }
    }

    /** Looks at the files before a handler may; one that is refused ends the request unless the route shows the reason. */
    private void inspect(Visit visit, Form form, CompiledRoute route) throws IOException {
        for (Map.Entry<String, Upload> file : form.uploads().entrySet()) {
            try {
                surroundings.uploads().check(file.getValue(), route.uploadKinds());
            } catch (Refusal e) {
                if (!route.answersRefusedFiles()) {
                    throw e;
                }
                refuse(visit, form, file.getKey(), e);
            }
        }
        for (String field : form.leftOut()) {
            refuse(visit, form, field, FormReader.leftOut(route.mostUploadBytes()));
        }
    }

    private void refuse(Visit visit, Form form, String field, Refusal why) {
        refusals.note(visit.refused(why.status(), why.code()));
        form.refuse(field, problems.of(why).detail());
    }

    private static Reply handled(CompiledRoute route, WebRequest request) {
        Reply reply = route.handler().handle(request);
        if (reply == null) {
            throw new IllegalStateException("no reply from " + route);
        }
        return reply;
    }
}
