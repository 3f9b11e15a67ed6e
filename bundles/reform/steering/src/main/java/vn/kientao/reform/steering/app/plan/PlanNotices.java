package vn.kientao.reform.steering.app.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.Successors;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanAction;
import vn.kientao.reform.steering.store.programme.ProgrammeRows;

/** Tells the people whose turn it is. */
final class PlanNotices {
    private static final TextBundle TEXTS = TextBundle.of(PlanNotices.class);
    private static final Set<String> PLANNERS = Set.of(Roles.AGENCY_HEAD, Roles.COORDINATOR);
    private static final String STEERING = "steering";

    private final Notices notices;
    private final Colleagues colleagues;
    private final Agencies agencies;
    private final Successors successors;
    private final ProgrammeRows programme = new ProgrammeRows();

    PlanNotices(Notices notices, Colleagues colleagues, Agencies agencies) {
        this.notices = notices;
        this.colleagues = colleagues;
        this.agencies = agencies;
        this.successors = new Successors(agencies);
    }

    /** Tells of a step: the standing office of what was submitted, the chairman of what it appraised, the agency of the rest. */
    void tell(Handle transaction, Plan plan, PlanAction action, LocalDate today) {
        Set<String> office = standingOffice(transaction, today);
        switch (action) {
            case SUBMIT -> office.forEach(code -> tell(transaction, plan, action, code, Set.of(Roles.STANDING_OFFICE)));
            case APPRAISE ->
                above(office).forEach(code -> tell(transaction, plan, action, code, Set.of(Roles.CHAIRMAN)));
            case RETURN, APPROVE, REFUSE -> tell(transaction, plan, action, plan.agency(), PLANNERS);
            case PUBLISH ->
                office.forEach(code -> tell(transaction, plan, action, code, Set.of(Roles.STANDING_OFFICE)));
        }
    }

    private Set<String> standingOffice(Handle transaction, LocalDate today) {
        Set<String> codes = new HashSet<>();
        programme.areas(transaction, today).stream()
                .filter(area -> area.code().equals(STEERING))
                .flatMap(area -> area.lead().stream())
                .forEach(lead -> codes.addAll(successors.codes(lead, today)));
        return codes;
    }

    /** The office itself and the body that it serves. */
    private Set<String> above(Set<String> office) {
        Set<String> codes = new HashSet<>(office);
        office.forEach(code -> agencies.find(code).flatMap(Agency::parent).ifPresent(codes::add));
        return codes;
    }

    private void tell(Handle transaction, Plan plan, PlanAction action, String agency, Collection<String> roles) {
        LocalText sentence = TEXTS.text("plan.notice." + action.word(), "" + plan.year(), plan.agency());
        colleagues
                .holding(agency, roles)
                .keySet()
                .forEach(account -> notices.tell(
                        transaction,
                        new Notice(account, "steering.plan", sentence, "/" + agency + "/steering/plans/" + plan.id())));
    }

    /** Tells an agency's head and coordinators that the plan of a year is awaited; answers with how many were told. */
    int urge(Handle transaction, String agency, int year) {
        Set<String> readers = colleagues.holding(agency, PLANNERS).keySet();
        readers.forEach(account -> notices.tell(
                transaction,
                new Notice(
                        account,
                        "steering.plan",
                        TEXTS.text("plan.notice.urge", "" + year),
                        "/" + agency + "/steering/plans")));
        return readers.size();
    }
}
