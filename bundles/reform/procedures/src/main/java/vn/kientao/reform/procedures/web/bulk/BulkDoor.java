package vn.kientao.reform.procedures.web.bulk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.bulk.BulkSteps;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.DossierGuardException;
import vn.kientao.reform.procedures.app.dossier.DossierNotAllowedException;
import vn.kientao.reform.procedures.app.dossier.DossierProgress;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.dossier.Dossiers.Followed;
import vn.kientao.reform.procedures.domain.bulk.BulkRow;
import vn.kientao.reform.procedures.domain.bulk.BulkRun;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.web.dossier.StepDoor;
import vn.kientao.reform.procedures.web.dossier.StepField;
import vn.kientao.reform.procedures.web.dossier.StepProblems;
import vn.kientao.reform.procedures.web.dossier.Words;

/** The way of a bulk action from what was chosen and typed to what became of each dossier; pages and programs share it. */
@Component(service = BulkDoor.class)
public final class BulkDoor {
    private static final String HANDED_TO = "handedTo";
    private static final BulkSteps.Saying SAYING = new BulkSteps.Saying() {
        @Override
        public LocalText done(Dossier after) {
            return Words.text(after.status().textKey());
        }

        @Override
        public LocalText refused(DossierCode code, DossierNotAllowedException refused) {
            return StepProblems.notAllowed(code, refused).problem().title();
        }

        @Override
        public LocalText refused(DossierGuardException refused) {
            return StepProblems.guarded(refused).problem().title();
        }

        @Override
        public LocalText changed() {
            return Words.text("bulk.changed");
        }
    };

    private final Dossiers dossiers;
    private final DossierProgress progress;
    private final BulkSteps steps;
    private final StepDoor single;
    private final People people;
    private final Colleagues colleagues;

    @Activate
    public BulkDoor(
            @Reference Dossiers dossiers,
            @Reference DossierProgress progress,
            @Reference BulkSteps steps,
            @Reference StepDoor single,
            @Reference People people,
            @Reference Colleagues colleagues) {
        this.colleagues = colleagues;
        this.dossiers = dossiers;
        this.progress = progress;
        this.steps = steps;
        this.single = single;
        this.people = people;
    }

    /** Refuses too many at once: 422. */
    static void bounded(int chosen) {
        if (chosen > BulkRun.MOST) {
            throw new ProblemException(new Problem(
                    422,
                    "too-many-dossiers",
                    Words.text("bulk.too-many", "" + chosen, "" + BulkRun.MOST),
                    Words.text("bulk.too-many.do", "" + BulkRun.MOST)));
        }
    }

    /** What would become of each of the dossiers that were chosen; nothing is changed. */
    List<Prospect> prospects(Request request, DossierAction action, List<Chosen> chosen) {
        Map<String, Followed> found =
                dossiers
                        .all(
                                request.agency().code(),
                                chosen.stream().map(Chosen::code).toList())
                        .stream()
                        .collect(Collectors.toMap(one -> one.dossier().code().toString(), Function.identity()));
        LocalDateTime now = Words.now(request);
        return chosen.stream()
                .map(one -> prospect(request, action, one, Optional.ofNullable(found.get(one.code())), now))
                .toList();
    }

    private Prospect prospect(
            Request request, DossierAction action, Chosen chosen, Optional<Followed> found, LocalDateTime now) {
        if (found.isEmpty()) {
            return Prospect.refused(chosen, found, Words.text("dossier.problem.not-found", chosen.code()));
        }
        Dossier dossier = found.get().dossier();
        if (chosen.version().filter(seen -> seen != dossier.version()).isPresent()) {
            return overtaken(request, action, chosen, found.get());
        }
        try {
            return Prospect.reaches(
                    chosen, found.get(), progress.foresee(dossier, found.get().history(), action, now));
        } catch (DossierNotAllowedException e) {
            return Prospect.refused(chosen, found, SAYING.refused(dossier.code(), e));
        } catch (DossierGuardException e) {
            return Prospect.refused(chosen, found, SAYING.refused(e));
        }
    }

    /** The same hand did the same before: done. Somebody else did something: changed. */
    private static Prospect overtaken(Request request, DossierAction action, Chosen chosen, Followed found) {
        List<DossierEvent> since = found.dossier().since(chosen.version().orElse(0L));
        boolean twice = since.size() == 1
                && since.get(0).action() == action
                && since.get(0).account().equals(request.actor().account());
        return twice
                ? Prospect.settled(chosen, found, BulkRow.Outcome.DONE, SAYING.done(found.dossier()))
                : Prospect.settled(chosen, found, BulkRow.Outcome.CHANGED, changed(since));
    }

    private static LocalText changed(List<DossierEvent> since) {
        if (since.isEmpty()) {
            return SAYING.changed();
        }
        DossierEvent last = since.get(since.size() - 1);
        LocalText what = Words.text("dossier.event." + last.action().word());
        return new LocalText(
                Words.text("bulk.changed.by", what.vi(), last.who()).vi(),
                Words.text("bulk.changed.by", what.en(), last.who()).en());
    }

    /** The fields of the action's form; none that differ from dossier to dossier. */
    List<StepField> fields(Request request, DossierAction action, List<Prospect> prospects) {
        Map<String, String> people =
                StepDoor.handlers(colleagues, request.agency().code());
        return prospects.stream()
                .flatMap(prospect -> prospect.found().stream())
                .findFirst()
                .map(one -> single.fields(request, one, action, people).stream()
                        .filter(field -> !field.name().equals(HANDED_TO))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Takes the action on each dossier.
     *
     * @return what became of each; empty when the errors say what is wrong with the values for every dossier
     */
    Optional<BulkRun> take(
            Request request,
            DossierAction action,
            List<Prospect> prospects,
            Map<String, String> values,
            FormErrors errors) {
        Doer doer = Words.doer(request);
        Optional<BulkRun> before = steps.repeated(doer);
        if (before.isPresent()) {
            return before;
        }
        People known = known(values);
        List<BulkSteps.Choice> choices = new ArrayList<>();
        List<FormErrors> mistakes = new ArrayList<>();
        for (Prospect prospect : prospects) {
            FormErrors own = new FormErrors();
            choices.add(choice(prospect, action, values, known, doer.at(), own));
            if (!own.isEmpty()) {
                mistakes.add(own);
            }
        }
        boolean nothingFits = choices.stream().noneMatch(BulkSteps.Choice.Take.class::isInstance);
        if (nothingFits && !mistakes.isEmpty()) {
            mistakes.get(0).all().forEach(mistake -> errors.add(mistake.field(), mistake.message()));
            return Optional.empty();
        }
        BulkRun run = steps.run(action, choices, SAYING, request.requestId(), doer);
        run.rows().stream()
                .filter(row -> row.outcome() == BulkRow.Outcome.DONE)
                .forEach(row -> single.issue(request, row.code(), action));
        return Optional.of(run);
    }

    /** The people whom the form names, asked for once. */
    private People known(Map<String, String> values) {
        Map<String, String> names = Optional.ofNullable(values.get("assignee"))
                .map(account -> people.names(Set.of(account)))
                .orElse(Map.of());
        return accounts -> names;
    }

    private BulkSteps.Choice choice(
            Prospect prospect,
            DossierAction action,
            Map<String, String> values,
            People people,
            LocalDateTime now,
            FormErrors own) {
        String code = prospect.chosen().code();
        if (prospect.found().isEmpty() || prospect.next().isEmpty()) {
            return leave(code, prospect.outcome(), prospect.why());
        }
        Followed found = prospect.found().get();
        Map<String, String> filled = new LinkedHashMap<>(values);
        filled.putIfAbsent(HANDED_TO, found.dossier().submission().applicant().name());
        Optional<DossierStep> step = single.read(found, action, filled, people, now, own);
        return step.<BulkSteps.Choice>map(one -> new BulkSteps.Choice.Take(code, found.dossier(), one))
                .orElseGet(() -> leave(code, BulkRow.Outcome.REFUSED, joined(own)));
    }

    private static BulkSteps.Choice leave(String code, BulkRow.Outcome outcome, LocalText why) {
        return new BulkSteps.Choice.Leave(new BulkRow(code, outcome, why));
    }

    private static LocalText joined(FormErrors errors) {
        List<LocalText> messages =
                errors.all().stream().map(Problem.FieldError::message).toList();
        return new LocalText(
                messages.stream().map(LocalText::vi).collect(Collectors.joining("; ")),
                messages.stream().map(LocalText::en).collect(Collectors.joining("; ")));
    }
}
