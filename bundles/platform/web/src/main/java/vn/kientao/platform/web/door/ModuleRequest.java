package vn.kientao.platform.web.door;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Served;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.reply.Problems;
import vn.kientao.platform.web.reply.Replies;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.visit.Visit;

/** One request while a module is at work on it: it is told to the release once, by whoever answers it. */
final class ModuleRequest implements Watch.UnderWay {
    private static final Logger log = LoggerFactory.getLogger(ModuleRequest.class);
    private static final int TIMED_OUT = 503;

    /** Stands for every path of a module at which there is nothing. */
    private static final String NO_ROUTE = "-";

    private final Visit visit;
    private final Lease lease;
    private final Replies replies;
    private final Problems problems;
    private final Effort effort = Effort.begin();

    /** Bytes told while the request is under way, and those that are told with its account; guarded by this. */
    private long told;

    private long allocatedBefore;
    private boolean over;

    ModuleRequest(Visit visit, Lease lease, Replies replies, Problems problems) {
        this.visit = visit;
        this.lease = lease;
        this.replies = replies;
        this.problems = problems;
    }

    @Override
    public boolean tooLong(long nanos, long now) {
        return visit.exchange().openFor(nanos, now);
    }

    @Override
    public synchronized void tellAllocation() {
        if (!over) {
            long more = effort.allocated() - allocatedBefore - told;
            told += more;
            lease.allocating(more);
        }
    }

    /** From here on {@code served} holds what was allocated up to now. */
    private synchronized void takeBack(Served served) {
        lease.allocating(-told);
        told = 0;
        allocatedBefore = served.allocated();
    }

    @Override
    public void answerInPlace() {
        if (!visit.exchange().abandon()) {
            return;
        }
        MDC.put("request", visit.requestId());
        MDC.put("module", lease.release().id().toString());
        try {
            answer(lease.release().manifest());
        } finally {
            MDC.clear();
        }
    }

    private void answer(ModuleManifest manifest) {
        Served soFar = served(TIMED_OUT);
        log.warn(
                "Request {} {} {} of {} is not answered after {} ms; it is answered in its place and goes on",
                visit.requestId(),
                visit.exchange().method(),
                visit.exchange().rawPath(),
                manifest.release(),
                soFar.nanos() / 1_000_000);
        lease.timedOut();
        lease.served(soFar);
        takeBack(soFar);
        Visit instead = visit.over(visit.exchange().real());
        instead.exchange().setHeader("Connection", "close");
        try {
            replies.problem(instead, problems.of(new Refusal(TIMED_OUT, "module-slow", manifest.name())));
        } catch (IOException e) {
            log.debug("Nobody waits for the answer to {} any more", visit.requestId(), e);
        }
    }

    /** The handler is through, on time or late. */
    synchronized void done() {
        over = true;
        if (visit.exchange().abandoned()) {
            log.warn("Request {} has ended late, after {} ms", visit.requestId(), effort.nanos() / 1_000_000);
            return;
        }
        if (told != 0) {
            lease.allocating(-told);
        }
        lease.served(served(visit.status()));
    }

    private Served served(int status) {
        Optional<String> agency = visit.agency().map(Agency::code);
        String route = visit.route().map(CompiledRoute::name).orElse(NO_ROUTE);
        return effort.so(agency.orElse(""), route, status);
    }
}
