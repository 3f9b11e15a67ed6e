package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskSteps;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.LinkSteps;
import vn.kientao.reform.procedures.app.dossier.SupplementSteps;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.Leg;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;

/** Reads a step from what was typed. The same rules for the page and for programs. */
final class StepReader {
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final int SHORT = 200;
    private static final int LONG = 1000;
    private static final int YEARS = 5;
    private static final long MOST_AMOUNT = 1_000_000_000_000L;

    private final Dossier dossier;
    private final DossierHistory history;
    private final People people;
    private final Agencies agencies;
    private final LocalDateTime now;
    private final Map<String, String> values;
    private final FormErrors errors;
    private final Checks checks;

    StepReader(
            Dossier dossier,
            DossierHistory history,
            People people,
            Agencies agencies,
            LocalDateTime now,
            Map<String, String> values,
            FormErrors errors) {
        this.dossier = dossier;
        this.history = history;
        this.people = people;
        this.agencies = agencies;
        this.now = now;
        this.values = values;
        this.errors = errors;
        this.checks = new Checks(errors);
    }

    /**
     * The step; empty when the errors say why not.
     *
     * @param appointment what is promised when the step is the receipt; empty when it cannot be
     */
    Optional<DossierStep> read(DossierAction action, Optional<Appointment> appointment) {
        DossierStep step = switch (action) {
            case RECEIVE -> receive(appointment);
            case ASK_SUPPLEMENT, PROPOSE_SUPPLEMENT -> supplement(action);
            case SUPPLEMENT -> new SupplementSteps.Give(missing(), note());
            case REFUSE, STOP -> new DeskSteps.End(action, reason(), basis());
            case WITHDRAW -> new DeskSteps.End(action, reason(), "");
            case ASSIGN -> assign();
            case SEND_BACK -> new DeskSteps.SendBack(reason());
            case FORWARD -> new DeskSteps.Forward(required("place"), assignee(), note());
            case HAND_OVER -> new DeskSteps.HandOver(required("handedTo"), note());
            case PASS_ON -> new HandlerSteps.PassOn(required("place"), assignee(), note());
            case TAKE_OVER -> new HandlerSteps.TakeOver(note());
            case ASK_OPINION ->
                new HandlerSteps.AskOpinion(
                        required("body"),
                        words("question"),
                        document(),
                        future("dueDate"),
                        Optional.of(value("bodyAgency")).filter(code -> !code.isEmpty()));
            case RECORD_OPINION ->
                new HandlerSteps.RecordOpinion(
                        which(history.openOpinions().stream()
                                .map(opinion -> opinion.number())
                                .toList()),
                        words("answer"),
                        document());
            case ASK_PAYMENT ->
                new ClockSteps.AskPayment(required("what"), amount("amount", 1), document(), optionalDay("payBy"));
            case CONFIRM_PAYMENT ->
                new ClockSteps.ConfirmPayment(
                        amount("amount", 1), number("payChannel", 3), required("receipt"), required("payer"), note());
            case PAUSE -> new ClockSteps.Stop(reason(), basis());
            case RESUME -> new ClockSteps.Resume(note(), value("basis"));
            case RE_APPOINT -> new ClockSteps.ReAppoint(later("dueDate"), reason(), document());
            case DECLINE -> new HandlerSteps.Decline(result(reason()), basis());
            case FINISH -> new HandlerSteps.Finish(result(words("summary")), note());
            case CORRECT ->
                new HandlerSteps.Correct(
                        reason(), required("responsible"), amount("cost", 0), document(), future("dueDate"));
            case LINK -> link();
            case LINK_UP -> new LinkSteps.SendUp(new LinkSteps.Part(required("body"), future("dueDate")), note());
            case LINK_BACK ->
                new LinkSteps.Back(
                        which(history.openLegs().stream()
                                .filter(leg -> leg.sentAt().isPresent())
                                .map(Leg::number)
                                .toList()),
                        document(),
                        note());
            case REGISTER -> throw new IllegalArgumentException("a dossier is registered only once");
        };
        return errors.isEmpty() ? Optional.of(step) : Optional.empty();
    }

    private DossierStep receive(Optional<Appointment> appointment) {
        if (!values.containsKey("complete")) {
            errors.add("complete", Words.text("dossier.error.complete"));
        }
        return new DeskSteps.Accept(
                appointment.orElse(dossier.appointment()), dossier.standing().rule(), note());
    }

    /** To an agency that exists today. */
    private DossierStep assign() {
        String code = required("agency");
        Optional<Agency> agency = agencies.find(code).filter(one -> one.existsOn(now.toLocalDate()));
        if (agency.isEmpty() && !code.isEmpty()) {
            errors.add("agency", Words.text("dossier.error.agency", code));
        }
        return new DeskSteps.Assign(code, agency.map(one -> one.name().vi()).orElse(code), note());
    }

    private DossierStep supplement(DossierAction action) {
        List<SupplementRequest.Item> items = items();
        if (items.isEmpty()) {
            errors.add("item1", Words.text("dossier.error.no-item"));
        }
        return action == DossierAction.PROPOSE_SUPPLEMENT
                ? new SupplementSteps.Propose(items, reason())
                : new SupplementSteps.Ask(
                        items,
                        reason(),
                        checks.optional("guide", value("guide"), LONG),
                        document(),
                        optionalDay("respondBy").map(day -> day.atTime(CLOSING)));
    }

    private List<SupplementRequest.Item> items() {
        List<SupplementRequest.Item> items = new ArrayList<>();
        List<ReceivedPaper> papers = dossier.submission().papers();
        for (int place = 1; place <= papers.size(); place++) {
            String what = checks.optional("item" + place, value("item" + place), LONG);
            if (!what.isEmpty()) {
                items.add(new SupplementRequest.Item(papers.get(place - 1).name(), what, false));
            }
        }
        for (int place = 1; place <= StepForms.OTHERS; place++) {
            String paper = checks.optional("otherPaper" + place, value("otherPaper" + place), LONG);
            String what = checks.optional("otherWhat" + place, value("otherWhat" + place), LONG);
            if (!paper.isEmpty()) {
                items.add(new SupplementRequest.Item(paper, what, false));
            }
        }
        return items;
    }

    private List<String> missing() {
        List<SupplementRequest.Item> items =
                history.openSupplement().map(SupplementRequest::items).orElse(List.of());
        List<String> missing = new ArrayList<>();
        for (int place = 1; place <= items.size(); place++) {
            if (!values.containsKey("done" + place)) {
                missing.add(items.get(place - 1).paper());
            }
        }
        return missing;
    }

    private DossierStep link() {
        Optional<Leg.Mode> mode = Arrays.stream(Leg.Mode.values())
                .filter(one -> one.word().equals(value("mode")))
                .findFirst();
        if (mode.isEmpty()) {
            errors.add("mode", Words.text("dossier.error.choice", value("mode")));
        }
        List<LinkSteps.Part> parts = new ArrayList<>();
        for (int place = 1; place <= StepForms.OTHERS; place++) {
            String body = checks.optional("body" + place, value("body" + place), SHORT);
            if (!body.isEmpty()) {
                parts.add(new LinkSteps.Part(body, future("bodyDue" + place)));
            }
        }
        if (parts.isEmpty()) {
            errors.add("body1", Words.text("dossier.error.no-body"));
            parts.add(new LinkSteps.Part("", now));
        }
        int lead = number("lead", parts.size()) - 1;
        return new LinkSteps.Send(mode.orElse(Leg.Mode.AT_ONCE), parts, Math.max(0, lead), note());
    }

    private DossierResult result(String summary) {
        String number = required("number");
        String signer = required("signer");
        Optional<LocalDate> signed = checks.day("signedOn", value("signedOn"));
        signed.ifPresent(
                day -> checks.between("signedOn", day, dossier.receivedAt().toLocalDate(), now.toLocalDate()));
        boolean electronic = !value("electronic").isEmpty();
        return new DossierResult(number, summary, signer, signed.orElse(now.toLocalDate()), electronic);
    }

    private Optional<Standing.Assignee> assignee() {
        String account = value("assignee");
        if (account.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = people.name(account);
        if (name.isEmpty()) {
            errors.add("assignee", Words.text("dossier.error.assignee", account));
        }
        return name.map(known -> new Standing.Assignee(account, known));
    }

    private LocalDateTime future(String field) {
        Optional<LocalDate> day = checks.day(field, value(field));
        day.ifPresent(one ->
                checks.between(field, one, now.toLocalDate(), now.toLocalDate().plusYears(YEARS)));
        return day.orElse(now.toLocalDate()).atTime(CLOSING);
    }

    /** A day after the one that is promised now. */
    private LocalDateTime later(String field) {
        Optional<LocalDate> day = checks.day(field, value(field));
        LocalDate first = dossier.appointment().due().toLocalDate().plusDays(1);
        day.ifPresent(one -> checks.between(field, one, first, first.plusYears(YEARS)));
        return day.orElse(first).atTime(CLOSING);
    }

    private Optional<LocalDate> optionalDay(String field) {
        return value(field).isEmpty() ? Optional.empty() : checks.day(field, value(field));
    }

    /** Whole đồng; points and spaces between the digits do not matter. */
    private long amount(String field, long least) {
        String digits = value(field).replaceAll("[ .]", "");
        boolean given = digits.matches("\\d{1,13}");
        long amount = given ? Long.parseLong(digits) : 0;
        boolean left = value(field).isEmpty() && least == 0;
        if (!left && (!given || amount < least || amount > MOST_AMOUNT)) {
            errors.add(field, Words.text("dossier.error.amount", value(field), "" + least));
        }
        return Math.max(least, amount);
    }

    private int number(String field, int most) {
        String given = value(field);
        if (!given.matches("\\d") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > most) {
            errors.add(field, Words.text("dossier.error.choice", given));
            return 1;
        }
        return Integer.parseInt(given);
    }

    private int which(List<Integer> open) {
        String given = value("which");
        Optional<Integer> number =
                open.stream().filter(one -> given.equals("" + one)).findFirst();
        if (number.isEmpty() && !open.isEmpty()) {
            errors.add("which", Words.text("dossier.error.choice", given));
        }
        return number.orElse(0);
    }

    private String required(String field) {
        return checks.required(field, value(field), SHORT);
    }

    private String words(String field) {
        return checks.required(field, value(field), LONG);
    }

    private String reason() {
        return words("reason");
    }

    private String basis() {
        return checks.required("basis", value("basis"), LONG);
    }

    private String document() {
        return checks.optional("document", value("document"), SHORT);
    }

    private String note() {
        return checks.optional("note", value("note"), LONG);
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
