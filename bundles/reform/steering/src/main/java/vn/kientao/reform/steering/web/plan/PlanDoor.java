package vn.kientao.reform.steering.web.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.plan.PlanDoer;
import vn.kientao.reform.steering.app.plan.PlanRefusedException;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.plan.PlanAction;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** What every page and program about plans asks first: which plan, may it be seen, what can its lines name. */
@Component(service = PlanDoor.class)
public final class PlanDoor {
    private static final TextBundle TEXTS = TextBundle.of(PlanDoor.class);
    private static final int FIRST_YEAR = 2021;
    private static final int LAST_YEAR = 2099;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_SYMBOL = 100;

    private final Plans plans;
    private final Programmes programmes;
    private final Targets targets;
    private final Agencies agencies;

    @Activate
    public PlanDoor(
            @Reference Plans plans,
            @Reference Programmes programmes,
            @Reference Targets targets,
            @Reference Agencies agencies) {
        this.plans = plans;
        this.programmes = programmes;
        this.targets = targets;
        this.agencies = agencies;
    }

    Plans plans() {
        return plans;
    }

    Agencies agencies() {
        return agencies;
    }

    /** A plan of the agency of the address or of one whose work it took over, or of anybody for who may see the province. */
    Plans.View find(Request request) {
        return number(request.pathValue("plan"))
                .flatMap(plans::find)
                .filter(view ->
                        plans.with(request.agency().code()).contains(view.plan().agency())
                                || request.page().can(SteeringPermissions.PROVINCE))
                .orElseThrow(() -> none(request));
    }

    /** A plan that the agency of the address may write. */
    Plans.View own(Request request) {
        Plans.View view = find(request);
        if (!view.plan().agency().equals(request.agency().code())) {
            throw none(request);
        }
        return view;
    }

    PlanItem item(Request request, Plans.View view) {
        String id = request.pathValue("item");
        return view.items().stream()
                .filter(item -> ("" + item.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> none(request));
    }

    static Optional<Long> number(String text) {
        return Optional.of(text).filter(digits -> digits.matches("\\d{1,18}")).map(Long::valueOf);
    }

    static ProblemException none(Request request) {
        return new ProblemException(new Problem(
                404,
                "plan-not-found",
                TEXTS.text("plan.problem.none", request.pathValue("plan")),
                TEXTS.text("plan.problem.none.do")));
    }

    PlanTerms terms(LocalDate day) {
        return new PlanTerms(programmes.areas(day), agencies.on(day), programmes.clauses(), targets.all(), day);
    }

    static LocalDate today(Request request) {
        return Acts.today(request);
    }

    static PlanDoer doer(Request request) {
        return new PlanDoer(request.agency().code(), request.actor().account(), Acts.now(request), request::audit);
    }

    /** The year in the query; until October this one, then the next, which is being planned. */
    static int year(Request request) {
        LocalDate today = today(request);
        int planned = today.getMonthValue() > 9 ? today.getYear() + 1 : today.getYear();
        return request.query("year").flatMap(PlanDoor::year).orElse(planned);
    }

    private static Optional<Integer> year(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR);
    }

    static Optional<Integer> year(String text, FormErrors errors) {
        Optional<Integer> year = year(text);
        if (year.isEmpty()) {
            errors.add("year", TEXTS.text("form.error.number", text, "" + FIRST_YEAR, "" + LAST_YEAR));
        }
        return year;
    }

    /** The step that is asked for, as the reader may take it; remarks stand in fields {@code remark-<id of the item>}. */
    static Plans.Step step(Request request, Plans.View view, Map<String, String> typed, FormErrors errors) {
        String word = request.pathValue("action");
        PlanAction action = PlanAction.of(word)
                .filter(new PlanRights(request.page(), view.plan())::may)
                .orElseThrow(() -> refused(word));
        String note = typed.getOrDefault("note", "");
        Map<Long, String> remarks = remarks(view, typed, errors);
        if (action.needsNote() && note.isEmpty() && remarks.isEmpty()) {
            errors.add("note", TEXTS.text("plan.error.why"));
        }
        longest(note, "note", LONGEST_NOTE, errors);
        String symbol = typed.getOrDefault("symbol", "");
        if (action == PlanAction.APPROVE && symbol.isEmpty()) {
            errors.add("symbol", TEXTS.text("form.error.missing"));
        }
        longest(symbol, "symbol", LONGEST_SYMBOL, errors);
        return new Plans.Step(action, note, symbol, remarks);
    }

    private static Map<Long, String> remarks(Plans.View view, Map<String, String> typed, FormErrors errors) {
        Map<Long, String> remarks = new HashMap<>();
        for (PlanItem item : view.items()) {
            String field = "remark-" + item.id();
            Optional.ofNullable(typed.get(field))
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> {
                        longest(text, field, LONGEST_NOTE, errors);
                        remarks.put(item.id(), text);
                    });
        }
        return remarks;
    }

    static void longest(String text, String field, int most, FormErrors errors) {
        if (text.length() > most) {
            errors.add(field, TEXTS.text("form.error.length", "" + text.length(), "0", "" + most));
        }
    }

    private static ProblemException refused(String word) {
        return new ProblemException(new Problem(
                409, "plan-step", TEXTS.text("plan.problem.step", word), TEXTS.text("plan.problem.step.do")));
    }

    /** 409 with the sentence of the refusal. */
    static ProblemException refused(PlanRefusedException refusal) {
        return new ProblemException(new Problem(
                409,
                refusal.overtaken() ? "overtaken" : "plan-refused",
                refusal.reason(),
                TEXTS.text("plan.refused.do")));
    }
}
