package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.Leg;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.web.dossier.StepField.Kind;
import vn.kientao.reform.procedures.web.dossier.StepField.Option;

/** The fields that the steps of a dossier ask for. */
final class StepForms {
    /** Lines for what the checklist does not name, and for bodies of the same level. */
    static final int OTHERS = 3;

    private final Dossier dossier;
    private final DossierHistory history;
    private final Texts texts;
    private final boolean countable;
    private final Map<String, String> colleagues;
    private final Map<String, String> bodies;

    /**
     * @param countable whether the due date is counted, so that nobody has to set it
     * @param colleagues account → name of those to whom the dossier may be given
     * @param bodies code → name of the other agencies of today
     */
    StepForms(
            Dossier dossier,
            DossierHistory history,
            Texts texts,
            boolean countable,
            Map<String, String> colleagues,
            Map<String, String> bodies) {
        this.colleagues = colleagues;
        this.bodies = bodies;
        this.dossier = dossier;
        this.history = history;
        this.texts = texts;
        this.countable = countable;
    }

    List<StepField> of(DossierAction action) {
        return switch (action) {
            case RECEIVE -> receive();
            case ASK_SUPPLEMENT ->
                join(
                        items(),
                        List.of(reason(), line("guide", false), line("document", false), day("respondBy", false)));
            case PROPOSE_SUPPLEMENT -> join(items(), List.of(reason()));
            case SUPPLEMENT -> join(askedFor(), List.of(note()));
            case REFUSE, STOP, PAUSE -> List.of(reason(), line("basis", true));
            case RESUME -> List.of(note(), line("basis", false));
            case WITHDRAW -> List.of(reason());
            case ASSIGN -> List.of(choice("agency", settlers()), note());
            case SEND_BACK -> List.of(reason());
            case FORWARD, PASS_ON -> List.of(line("place", true), someone("assignee", colleagues), note());
            case TAKE_OVER -> List.of(note());
            case ASK_OPINION ->
                List.of(
                        someone("bodyAgency", bodies),
                        line("body", false),
                        longLine("question", true),
                        line("document", false),
                        day("dueDate", true));
            case RECORD_OPINION ->
                List.of(choice("which", opinions()), longLine("answer", true), line("document", false));
            case ASK_PAYMENT ->
                List.of(line("what", true), amount("amount"), line("document", false), day("payBy", false));
            case CONFIRM_PAYMENT ->
                List.of(amount("amount"), choice("payChannel", channels()), line("receipt", true), line("payer", true));
            case RE_APPOINT -> List.of(day("dueDate", true), reason(), line("document", false));
            case DECLINE ->
                List.of(
                        line("number", true),
                        reason(),
                        line("basis", true),
                        line("signer", true),
                        day("signedOn", true),
                        electronic());
            case FINISH ->
                List.of(
                        line("number", true),
                        longLine("summary", true),
                        line("signer", true),
                        day("signedOn", true),
                        electronic());
            case LINK ->
                join(List.of(choice("mode", modes())), join(bodies(), List.of(choice("lead", leads()), note())));
            case LINK_UP -> List.of(line("body", true), day("dueDate", true), note());
            case LINK_BACK -> List.of(choice("which", legs()), line("document", false), note());
            case HAND_OVER -> List.of(line("handedTo", true), note());
            case CORRECT ->
                List.of(
                        reason(),
                        line("responsible", true),
                        new StepField("cost", label("cost"), Kind.AMOUNT, false, List.of()),
                        line("document", false),
                        day("dueDate", true));
            case REGISTER -> List.of();
        };
    }

    /** What stands in a fresh form: what was composed before, and what is usual. */
    Map<String, String> fresh(DossierAction action) {
        Map<String, String> values = new LinkedHashMap<>();
        history.openSupplement()
                .filter(request -> action == DossierAction.ASK_SUPPLEMENT)
                .ifPresent(request -> composed(request, values));
        if (action == DossierAction.CONFIRM_PAYMENT) {
            history.openDuty().ifPresent(duty -> values.put("amount", "" + duty.amount()));
            values.put("payer", dossier.submission().applicant().name());
        }
        if (action == DossierAction.HAND_OVER) {
            values.put("handedTo", dossier.submission().applicant().name());
        }
        return values;
    }

    private void composed(SupplementRequest request, Map<String, String> values) {
        values.put("reason", request.reason());
        List<ReceivedPaper> papers = dossier.submission().papers();
        int other = 0;
        for (SupplementRequest.Item item : request.items()) {
            int place = papers.stream().map(ReceivedPaper::name).toList().indexOf(item.paper());
            if (place >= 0) {
                values.put("item" + (place + 1), item.what());
            } else {
                other++;
                values.put("otherPaper" + other, item.paper());
                values.put("otherWhat" + other, item.what());
            }
        }
    }

    /** Whether the result was issued electronically. */
    private StepField electronic() {
        return new StepField("electronic", label("electronic"), Kind.TICK, false, List.of());
    }

    private List<StepField> receive() {
        StepField complete = new StepField("complete", label("complete"), Kind.TICK, true, List.of());
        return countable
                ? List.of(complete, note())
                : List.of(complete, day("dueDate", true), longLine("dueReason", true), note());
    }

    /** One line for each paper of the checklist: what to do with it; then lines for others. */
    private List<StepField> items() {
        List<StepField> fields = new ArrayList<>();
        List<ReceivedPaper> papers = dossier.submission().papers();
        for (int place = 1; place <= papers.size(); place++) {
            String label = texts.get("dossier.step.item", papers.get(place - 1).name());
            fields.add(new StepField("item" + place, label, Kind.LINE, false, List.of()));
        }
        for (int place = 1; place <= OTHERS; place++) {
            fields.add(numbered("otherPaper", place, Kind.LINE));
            fields.add(numbered("otherWhat", place, Kind.LINE));
        }
        return fields;
    }

    private List<StepField> askedFor() {
        List<StepField> fields = new ArrayList<>();
        List<SupplementRequest.Item> items =
                history.openSupplement().map(SupplementRequest::items).orElse(List.of());
        for (int place = 1; place <= items.size(); place++) {
            SupplementRequest.Item item = items.get(place - 1);
            String label = texts.get("dossier.step.done", item.paper(), item.what());
            fields.add(new StepField("done" + place, label, Kind.TICK, false, List.of()));
        }
        return fields;
    }

    private List<StepField> bodies() {
        List<StepField> fields = new ArrayList<>();
        for (int place = 1; place <= OTHERS; place++) {
            fields.add(numbered("body", place, Kind.LINE));
            fields.add(numbered("bodyDue", place, Kind.DAY));
        }
        return fields;
    }

    /** The agency itself, then the others. */
    private List<Option> settlers() {
        List<Option> options = new ArrayList<>();
        options.add(new Option(dossier.agency(), texts.get("dossier.step.assign.here")));
        bodies.forEach((code, name) -> options.add(new Option(code, name)));
        return options;
    }

    private List<Option> opinions() {
        return history.openOpinions().stream()
                .map(opinion -> new Option("" + opinion.number(), opinion.body()))
                .toList();
    }

    private List<Option> legs() {
        return history.openLegs().stream()
                .filter(leg -> leg.sentAt().isPresent())
                .map(leg -> new Option("" + leg.number(), leg.body() + " (" + Formats.time(leg.due()) + ")"))
                .toList();
    }

    private List<Option> modes() {
        return Arrays.stream(Leg.Mode.values())
                .map(mode -> new Option(mode.word(), texts.get("dossier.leg.mode." + mode.word())))
                .toList();
    }

    private List<Option> leads() {
        return options(OTHERS, number -> texts.get("dossier.step.body", number));
    }

    private List<Option> channels() {
        return options(3, number -> texts.get("dossier.pay-channel." + number));
    }

    private static List<Option> options(int most, UnaryOperator<String> text) {
        List<Option> options = new ArrayList<>();
        for (int number = 1; number <= most; number++) {
            options.add(new Option("" + number, text.apply("" + number)));
        }
        return options;
    }

    private StepField someone(String name, Map<String, String> names) {
        List<Option> options = new ArrayList<>(List.of(new Option("", texts.get("workflow.nobody"))));
        names.forEach((value, text) -> options.add(new Option(value, text)));
        return new StepField(name, label(name), Kind.CHOICE, false, options);
    }

    private StepField reason() {
        return longLine("reason", true);
    }

    private StepField note() {
        return longLine("note", false);
    }

    private StepField line(String name, boolean required) {
        return new StepField(name, label(name), Kind.LINE, required, List.of());
    }

    private StepField longLine(String name, boolean required) {
        return new StepField(name, label(name), Kind.LONG, required, List.of());
    }

    private StepField day(String name, boolean required) {
        return new StepField(name, label(name), Kind.DAY, required, List.of());
    }

    private StepField amount(String name) {
        return new StepField(name, label(name), Kind.AMOUNT, true, List.of());
    }

    private StepField choice(String name, List<Option> options) {
        return new StepField(name, label(name), Kind.CHOICE, true, options);
    }

    private StepField numbered(String name, int place, Kind kind) {
        return new StepField(
                name + place, texts.get("dossier.field." + name + "-n", "" + place), kind, false, List.of());
    }

    private String label(String name) {
        return texts.get("dossier.field." + name);
    }

    private static List<StepField> join(List<StepField> one, List<StepField> other) {
        List<StepField> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
