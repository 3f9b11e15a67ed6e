package vn.kientao.platform.kernel.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Router.Routing;

/** Asks the releases that serve now, each leased while it is asked. */
public final class LiveExtensions implements Extensions {
    private static final Logger log = LoggerFactory.getLogger(LiveExtensions.class);

    private final Routes routes;
    private final Router router;

    public LiveExtensions(Routes routes, Router router) {
        this.routes = routes;
        this.router = router;
    }

    @Override
    public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
        return ask(type, question, module -> router.route(module, agency));
    }

    @Override
    public <S, R> List<R> everywhere(Class<S> type, Function<S, R> question) {
        return ask(type, question, router::routePublic);
    }

    private <S, R> List<R> ask(Class<S> type, Function<S, R> question, Function<ModuleId, Routing> route) {
        List<R> answers = new ArrayList<>();
        for (ModuleId module :
                routes.table().entries().keySet().stream().sorted().toList()) {
            if (route.apply(module) instanceof Routing.Serving serving) {
                try (Lease lease = serving.lease()) {
                    lease.release().services(type).forEach(service -> answer(module, service, question, answers));
                }
            }
        }
        return answers;
    }

    /** A sick module is missing from the answer; it does not take the others with it. */
    private static <S, R> void answer(ModuleId module, S service, Function<S, R> question, List<R> answers) {
        try {
            answers.add(question.apply(service));
        } catch (RuntimeException | LinkageError e) {
            log.error(
                    "Module {} could not be asked through {}",
                    module,
                    service.getClass().getName(),
                    e);
        }
    }
}
