package vn.kientao.reform.steering.app.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.app.Successors;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.store.plan.PlanItemRows;
import vn.kientao.reform.steering.store.plan.PlanRows;
import vn.kientao.reform.steering.store.task.TaskRows;

/** What becomes of plans when agencies merge, split or end: they stay with their agency, and whoever does its work goes on. */
final class PlanSuccession {
    private static final TextBundle TEXTS = TextBundle.of(PlanSuccession.class);

    private final Agencies agencies;
    private final Predecessors predecessors;
    private final Successors successors;
    private final PlanRows plans = new PlanRows();
    private final PlanItemRows items = new PlanItemRows();
    private final TaskRows tasks = new TaskRows();

    PlanSuccession(Agencies agencies) {
        this.agencies = agencies;
        this.predecessors = new Predecessors(agencies);
        this.successors = new Successors(agencies);
    }

    /** The agency and all whose work it took over. */
    Set<String> with(String agency) {
        return predecessors.with(agency);
    }

    /** The newest edition of the agency itself; of each whose work it took over when it has none. */
    List<Plan> newest(Handle handle, String agency, int year) {
        Optional<Plan> own = plans.newestOf(handle, agency, year);
        return own.map(List::of)
                .orElseGet(() -> with(agency).stream()
                        .flatMap(code -> plans.newestOf(handle, code, year).stream())
                        .toList());
    }

    /** The plans in force of a year of the agencies whose work an agency took over. */
    List<Plan> inForce(Handle handle, String agency, int year) {
        return with(agency).stream()
                .filter(code -> !code.equals(agency))
                .flatMap(code -> plans.editions(handle, code, year).stream())
                .filter(plan -> plan.state().inForce())
                .toList();
    }

    /**
     * The items of plans of agencies that have ended whose tasks are still to do and given by the agency now, as they are done
     * today.
     *
     * @throws PlanRefusedException when there are none, or their tasks still belong to an agency that has ended
     */
    Map<PlanItem, ItemWords> left(Handle handle, List<Plan> older, PlanDoer doer) {
        Map<PlanItem, ItemWords> left = new LinkedHashMap<>();
        for (Plan plan : older) {
            for (PlanItem item : items.of(handle, plan.id())) {
                item.task()
                        .flatMap(id -> tasks.find(handle, id))
                        .filter(task -> task.state().open())
                        .ifPresent(task -> {
                            requireHandedOver(task, doer.today());
                            if (task.giver().equals(doer.agency())) {
                                ItemWords words = present(item.words(), doer.agency(), doer.today());
                                left.put(item, words.by(task.lead(), without(task.lead(), words.cooperating())));
                            }
                        });
            }
        }
        if (left.isEmpty()) {
            throw PlanRefusedException.because(TEXTS.text("plan.refused.nothing-left"));
        }
        return left;
    }

    private void requireHandedOver(Task task, LocalDate today) {
        for (String agency : List.of(task.giver(), task.lead())) {
            if (agencies.find(agency).filter(one -> one.existsOn(today)).isEmpty()) {
                throw PlanRefusedException.because(TEXTS.text("plan.refused.handover", task.code()));
            }
        }
    }

    /** What an item says with the agencies of today: the own one for those whose work it took over, else the only successor. */
    ItemWords present(ItemWords words, String own, LocalDate today) {
        String lead = present(words.lead(), own, today);
        List<String> cooperating = words.cooperating().stream()
                .map(agency -> present(agency, own, today))
                .distinct()
                .toList();
        return words.by(lead, without(lead, cooperating));
    }

    private String present(String agency, String own, LocalDate today) {
        if (agencies.find(agency).filter(one -> one.existsOn(today)).isPresent()) {
            return agency;
        }
        return with(own).contains(agency)
                ? own
                : successors.only(agency, today).map(Agency::code).orElse(agency);
    }

    private static List<String> without(String lead, List<String> agencies) {
        return agencies.stream().filter(agency -> !agency.equals(lead)).toList();
    }
}
