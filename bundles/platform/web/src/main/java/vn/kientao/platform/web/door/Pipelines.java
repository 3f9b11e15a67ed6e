package vn.kientao.platform.web.door;

import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.privacy.AccessLog;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.security.Tokens;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.StepUp;
import vn.kientao.platform.web.asset.Assets;
import vn.kientao.platform.web.draft.Drafts;
import vn.kientao.platform.web.limit.RateLimits;
import vn.kientao.platform.web.once.Answers;
import vn.kientao.platform.web.once.Once;
import vn.kientao.platform.web.refused.Refusals;
import vn.kientao.platform.web.reply.Banners;
import vn.kientao.platform.web.reply.Problems;
import vn.kientao.platform.web.reply.Replies;
import vn.kientao.platform.web.route.ReleaseTables;
import vn.kientao.platform.web.upload.UploadGuard;
import vn.kientao.platform.web.upload.VirusScanner;
import vn.kientao.platform.web.visit.Surroundings;
import vn.kientao.platform.web.visit.Visitors;

/** Builds the way of a request: once for everybody's requests, and once for each release on trial. */
@Component(service = Pipelines.class)
public final class Pipelines {
    private final Clock clock;
    private final Sessions sessions;
    private final Agencies agencies;
    private final ReleaseTables tables;
    private final Surroundings surroundings;
    private final Banners banners;
    private final StepUp stepUp;
    private final Tokens tokens;
    private final RateLimits limits;
    private final Once once;
    private final Refusals refusals;
    private final TextBundle texts = TextBundle.of(Pipelines.class);

    @Activate
    public Pipelines(
            @Reference Clock clock,
            @Reference Sessions sessions,
            @Reference Agencies agencies,
            @Reference Drafts drafts,
            @Reference ReleaseTables tables,
            @Reference WebSettings settings,
            @Reference Banners banners,
            @Reference StepUp stepUp,
            @Reference VirusScanner scanner,
            @Reference Tokens tokens,
            @Reference RateLimits limits,
            @Reference Answers answers,
            @Reference Refusals refusals,
            @Reference AccessLog accesses,
            BundleContext context) {
        this(
                clock,
                sessions,
                agencies,
                tables,
                new Surroundings(
                        Assets.of(context.getBundle()),
                        drafts,
                        settings::publicAddress,
                        new UploadGuard(scanner),
                        accesses),
                banners,
                stepUp,
                tokens,
                limits,
                answers,
                refusals);
    }

    Pipelines(
            Clock clock,
            Sessions sessions,
            Agencies agencies,
            ReleaseTables tables,
            Surroundings surroundings,
            Banners banners,
            StepUp stepUp,
            Tokens tokens,
            RateLimits limits,
            Answers answers,
            Refusals refusals) {
        this.clock = clock;
        this.sessions = sessions;
        this.agencies = agencies;
        this.tables = tables;
        this.surroundings = surroundings;
        this.banners = banners;
        this.stepUp = stepUp;
        this.tokens = tokens;
        this.limits = limits;
        this.once = new Once(answers);
        this.refusals = refusals;
    }

    Pipeline over(ModuleFinder finder, PlatformTree platform, Watch watch) {
        DoorMenus menus = new DoorMenus(new ServingTables(finder, tables), platform, agencies, texts);
        return new Pipeline(
                clock,
                surroundings,
                new Visitors(sessions, tokens),
                new AgencyCheck(agencies),
                tables,
                platform,
                finder,
                new Replies(texts, surroundings.assets(), sessions, menus, banners),
                new Problems(texts),
                watch,
                stepUp,
                limits,
                once,
                refusals);
    }
}
