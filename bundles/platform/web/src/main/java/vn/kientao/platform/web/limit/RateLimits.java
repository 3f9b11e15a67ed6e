package vn.kientao.platform.web.limit;

import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.visit.Visit;

/**
 * Limits by address, person, access token, agency and module, and a closer one on forms that anybody may send: signing in,
 * looking a dossier up. Each node counts for itself; what must hold across nodes, failed sign-ins, is counted in the
 * database.
 */
@Component(service = RateLimits.class, configurationPid = "vn.kientao.limits")
@Designate(ocd = LimitConfig.class)
public final class RateLimits {
    private final boolean development;
    private volatile Limits limits;

    /** The figures, each a minute; 0 for any number. */
    public record Figures(int address, int openForms, int person, int token, int agency, int module) {
        /** What ships. A whole office may stand behind one address. */
        static final Figures SHIPPED = new Figures(3_000, 120, 600, 1_200, 12_000, 30_000);

        /** No limits at all. */
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

        Limits open() {
            return new Limits(
                    new Buckets(address),
                    new Buckets(openForms),
                    new Buckets(person),
                    new Buckets(token),
                    new Buckets(agency),
                    new Buckets(module));
        }
    }

    private record Limits(
            Buckets address, Buckets openForms, Buckets person, Buckets token, Buckets agency, Buckets module) {}

    @Activate
    public RateLimits(BundleContext context, LimitConfig config) {
        this.development = "true".equals(context.getProperty("kientao.development"));
        this.limits = figures(config).open();
    }

    /** Without the framework. */
    public RateLimits(Figures figures) {
        this.development = false;
        this.limits = figures.open();
    }

    @Modified
    void modified(LimitConfig config) {
        limits = figures(config).open();
    }

    private Figures figures(LimitConfig config) {
        Figures shipped = development ? Figures.NONE : Figures.SHIPPED;
        return new Figures(
                said(config.perAddress(), shipped.address()),
                said(config.openFormsPerAddress(), shipped.openForms()),
                said(config.perPerson(), shipped.person()),
                said(config.perToken(), shipped.token()),
                said(config.perAgency(), shipped.agency()),
                said(config.perModule(), shipped.module()));
    }

    private static int said(int configured, int shipped) {
        return configured < 0 ? shipped : configured;
    }

    /**
     * Counts a request before anybody is recognised.
     *
     * @throws Refusal 429 with the seconds to wait
     */
    public void knock(String address) {
        require(limits.address().take(address));
    }

    /**
     * Counts a request whose route is known.
     *
     * @throws Refusal 429 with the seconds to wait
     */
    public void enter(Visit visit, CompiledRoute route) {
        Limits now = limits;
        if (!visit.safe() && route.permission().equals(Permission.ANYONE)) {
            require(now.openForms().take(visit.exchange().origin().remoteAddress() + " " + route.name()));
        }
        visit.session()
                .ifPresent(session -> require(
                        visit.program()
                                ? now.token().take(session.id())
                                : now.person().take(session.actor().account())));
        visit.agency().ifPresent(agency -> require(now.agency().take(agency.code())));
        require(now.module().take(route.owner().id()));
    }

    private static void require(long seconds) {
        if (seconds > 0) {
            String wait = Long.toString(seconds);
            throw new Refusal(429, "too-many", Map.of("Retry-After", wait), wait);
        }
    }
}
