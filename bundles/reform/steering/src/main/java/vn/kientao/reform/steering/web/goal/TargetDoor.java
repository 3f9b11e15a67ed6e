package vn.kientao.reform.steering.web.goal;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** What every page of targets needs: the target of the address, who answers for it, who acts. */
@Component(service = TargetDoor.class)
public final class TargetDoor {
    private static final TextBundle TEXTS = TextBundle.of(TargetDoor.class);

    private final Targets targets;
    private final Programmes programmes;
    private final Agencies agencies;

    @Activate
    public TargetDoor(@Reference Targets targets, @Reference Programmes programmes, @Reference Agencies agencies) {
        this.targets = targets;
        this.programmes = programmes;
        this.agencies = agencies;
    }

    Targets targets() {
        return targets;
    }

    Programmes programmes() {
        return programmes;
    }

    Agencies agencies() {
        return agencies;
    }

    AgencyNames names(Page page) {
        return new AgencyNames(agencies, page);
    }

    /** The target that the address names; 404 when there is none. */
    Targets.View find(Request request) {
        String code = request.pathValue("code");
        return targets.find(code)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "target-not-found",
                        TEXTS.text("target.problem.none", code),
                        TEXTS.text("target.problem.none.do"))));
    }

    /** Who answers for a target today. */
    Optional<Agency> responsible(Target target, LocalDate today) {
        return programmes.lead(target.lead(), target.area(), today);
    }

    /**
     * Whether the reader may enter values from this agency: those of the agency that answers for the target, and who keeps the
     * programme.
     */
    boolean enters(Request request, Target target) {
        Page page = request.page();
        return page.can(SteeringPermissions.TARGETS)
                && (page.can(SteeringPermissions.PROGRAMME)
                        || responsible(target, Acts.today(request))
                                .map(Agency::code)
                                .equals(page.agencyCode()));
    }

    /** @throws ProblemException 409 when the reader may not enter values of the target from this agency */
    void checkEnters(Request request, Target target) {
        if (!enters(request, target)) {
            String name = responsible(target, Acts.today(request))
                    .map(agency -> request.page().texts().get(agency.name()))
                    .orElse("");
            throw new ProblemException(new Problem(
                    409,
                    "not-responsible",
                    TEXTS.text("target.problem.responsible", target.code(), name),
                    TEXTS.text("target.problem.responsible.do")));
        }
    }

    static Tasks.Act act(Request request, String action) {
        return Acts.act(request, action, "target", "");
    }

    static Reply.Crumb home(Page page) {
        return new Reply.Crumb(page.text("target.title"), page.link("/targets"));
    }

    static Reply.Crumb one(Page page, Target target) {
        return new Reply.Crumb(page.texts().get(target.name()), page.link("/targets/" + target.code()));
    }
}
