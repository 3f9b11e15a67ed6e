package vn.kientao.platform.privacy.web;

import gg.jte.output.WriterOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.privacy.PersonalField;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.privacy.app.Officer;
import vn.kientao.platform.privacy.app.PersonalRecords;
import vn.kientao.platform.privacy.app.PersonalRecords.RecordKey;
import vn.kientao.platform.privacy.app.RequestDesk;
import vn.kientao.platform.privacy.app.RequestSteps;
import vn.kientao.platform.privacy.app.StepRefusedException;
import vn.kientao.platform.privacy.domain.Decision;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.RequestState;
import vn.kientao.platform.privacy.domain.RequestStep;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.privacy.web.templates.StaticTemplates;
import vn.kientao.platform.privacy.web.templates.Templates;

/** One request: what is asked for, what is kept about the person, and the forms that take it on. */
@Component
public final class RequestPage implements PlatformRoutes {
    static final LocalText PURPOSE = Words.text("request.purpose");
    private static final String ONE = RequestPages.BASE + "/{code}";
    private static final int LONG = 2000;

    private final RequestDesk desk;
    private final RequestSteps steps;
    private final PersonalRecords records;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public RequestPage(
            @Reference RequestDesk desk,
            @Reference RequestSteps steps,
            @Reference PersonalRecords records,
            @Reference People people) {
        this.desk = desk;
        this.steps = steps;
        this.records = records;
        this.people = people;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(ONE, Permission.PRIVACY, this::show);
        routes.post(ONE + "/identify", Permission.PRIVACY, this::identify);
        routes.post(ONE + "/extend", Permission.PRIVACY, this::extend);
        routes.post(ONE + "/decide", Permission.PRIVACY, this::decide);
        routes.post(ONE + "/carry-out", Permission.PRIVACY, this::carryOut).stepUp();
        routes.post(ONE + "/answer", Permission.PRIVACY, this::answer);
    }

    Reply show(Request request) {
        return page(request, found(request), FormView.empty(request.page()), Optional.empty(), 200);
    }

    private SubjectRequest found(Request request) {
        return desk.find(request.agency().code(), request.pathValue("code"))
                .orElseThrow(() -> Words.problem(404, "no-such-request"));
    }

    Reply identify(Request request) {
        return act(request, RequestStep.IDENTIFY, (found, errors) -> {
            String how = required(request, "how", errors);
            return () -> steps.identify(found, how, officer(request));
        });
    }

    Reply extend(Request request) {
        return act(request, RequestStep.EXTEND, (found, errors) -> {
            String why = required(request, "why", errors);
            return () -> steps.extend(found, why, officer(request));
        });
    }

    Reply decide(Request request) {
        return act(request, RequestStep.DECIDE, (found, errors) -> {
            Optional<Decision> decision = request.field("decision").flatMap(Decision::of);
            if (decision.isEmpty()) {
                errors.add("decision", Words.text("request.error.decision"));
            } else if (!RequestStep.decidable(found, decision.get())) {
                errors.add("decision", Words.text("request.error.not-identified"));
            }
            boolean inFull = decision.equals(Optional.of(Decision.GRANTED));
            String reason = inFull ? optional(request, "reason", errors) : required(request, "reason", errors);
            return () -> steps.decide(found, decision.orElseThrow(), reason, officer(request));
        });
    }

    Reply carryOut(Request request) {
        return act(request, RequestStep.CARRY_OUT, (found, errors) -> {
            List<RecordKey> chosen =
                    request.fieldAll("record").stream().map(RequestPage::key).toList();
            Map<String, String> values = new LinkedHashMap<>();
            if (found.kind() == RequestKind.RECTIFY) {
                correctable(request)
                        .forEach(field -> request.field("value-" + field.name())
                                .ifPresent(value -> values.put(field.name(), value)));
                if (!chosen.isEmpty() && values.isEmpty()) {
                    errors.add("record", Words.text("request.error.no-value"));
                }
            }
            String note = chosen.isEmpty() ? required(request, "note", errors) : optional(request, "note", errors);
            return () -> records.carryOut(found, chosen, values, note, officer(request));
        });
    }

    Reply answer(Request request) {
        return act(request, RequestStep.ANSWER, (found, errors) -> {
            String answer = required(request, "answer", errors);
            return () -> steps.answer(found, answer, officer(request));
        });
    }

    /** Source and id of a record as one word of a form. */
    private static RecordKey key(String word) {
        int cut = word.indexOf('|');
        return cut < 0 ? new RecordKey("", word) : new RecordKey(word.substring(0, cut), word.substring(cut + 1));
    }

    private static Officer officer(Request request) {
        return Officer.of(request, request.agency().code());
    }

    private static String required(Request request, String name, FormErrors errors) {
        String text = optional(request, name, errors);
        if (text.isEmpty()) {
            errors.add(name, Words.text("request.error." + name));
        }
        return text;
    }

    private static String optional(Request request, String name, FormErrors errors) {
        String text = request.field(name).orElse("");
        if (text.length() > LONG) {
            errors.add(name, Words.text("request.error.long", text.length(), LONG));
        }
        return text;
    }

    /** Reads a step's form; what to do when there are no mistakes. */
    @FunctionalInterface
    private interface Reading {
        Runnable read(SubjectRequest found, FormErrors errors);
    }

    private Reply act(Request request, RequestStep step, Reading reading) {
        SubjectRequest found = found(request);
        long seen = request.field("version")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(found.version());
        FormErrors errors = new FormErrors();
        Runnable change = reading.read(found, errors);
        if (seen != found.version()) {
            return overtaken(request, step, seen);
        }
        if (!errors.isEmpty()) {
            return page(request, found, new FormView(request.page(), request.fields(), errors), Optional.of(step), 422);
        }
        try {
            change.run();
        } catch (StaleRecordException | StepRefusedException e) {
            return overtaken(request, step, seen);
        } catch (IllegalArgumentException e) {
            errors.add("record", LocalText.same(String.valueOf(e.getMessage())));
            return page(request, found, new FormView(request.page(), request.fields(), errors), Optional.of(step), 422);
        }
        return done(request, step);
    }

    private static Reply done(Request request, RequestStep step) {
        return Reply.seeOther(RequestPages.address(request) + "/" + request.pathValue("code"))
                .flash(request.page().text("request.step." + step.word() + ".done"));
    }

    /** Sent twice by the same hand: done. Changed by somebody else: 409 with the request as it stands. */
    private Reply overtaken(Request request, RequestStep step, long seen) {
        SubjectRequest present = found(request);
        List<SubjectRequest.Event> changes = present.since(seen);
        boolean twice = changes.size() == 1
                && changes.get(0).step() == step
                && changes.get(0).account().equals(request.actor().account());
        if (twice) {
            return done(request, step);
        }
        FormErrors errors = new FormErrors();
        errors.add("history", Words.text("request.error.overtaken"));
        return page(request, present, new FormView(request.page(), request.fields(), errors), Optional.of(step), 409);
    }

    private List<PersonalField> correctable(Request request) {
        Map<String, PersonalField> fields = new LinkedHashMap<>();
        records.keepers(request.agency().code())
                .forEach(keeper -> keeper.fields().stream()
                        .filter(PersonalField::correctable)
                        .forEach(field -> fields.putIfAbsent(field.name(), field)));
        return List.copyOf(fields.values());
    }

    private Reply page(
            Request request, SubjectRequest found, FormView form, Optional<RequestStep> refused, int status) {
        Page page = request.page();
        request.personalDataShown("data-request", found.code(), PURPOSE);
        boolean searched = found.state() == RequestState.IDENTIFIED
                || (found.state() == RequestState.DECIDED && found.decision() != Decision.REFUSED);
        List<PersonalRecord> kept =
                searched ? shown(request, records.find(found.agency(), found.subject())) : List.of();
        Set<String> accounts =
                found.events().stream().map(SubjectRequest.Event::account).collect(Collectors.toSet());
        RequestModel model = new RequestModel(
                page,
                RequestPages.address(request) + "/" + found.code(),
                found,
                form,
                refused,
                views(request, kept),
                found.kind() == RequestKind.RECTIFY ? correctable(request) : List.of(),
                people.names(accounts),
                found.late(RequestPages.now(request)));
        return Reply.page(found.code(), out -> templates.privacyRequest(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("request.title"), RequestPages.address(request)))
                .status(status);
    }

    /** Says that the records are shown in full. */
    static List<PersonalRecord> shown(Request request, List<PersonalRecord> records) {
        records.forEach(record -> request.personalDataShown(
                record.source().substring(record.source().indexOf('.') + 1), record.id(), PURPOSE));
        return records;
    }

    private List<RequestModel.Found> views(Request request, List<PersonalRecord> kept) {
        Texts texts = request.page().texts();
        Map<String, String> labels = labels(request, records);
        List<RequestModel.Found> views = new ArrayList<>();
        for (PersonalRecord record : kept) {
            views.add(new RequestModel.Found(
                    record.source() + "|" + record.id(),
                    texts.get(record.title()),
                    record.values().entrySet().stream()
                            .filter(value -> !value.getValue().isEmpty())
                            .map(value -> new RequestModel.Value(
                                    labels.getOrDefault(record.source() + " " + value.getKey(), value.getKey()),
                                    value.getValue()))
                            .toList()));
        }
        return views;
    }

    /** Source and name of a field → its label. */
    static Map<String, String> labels(Request request, PersonalRecords records) {
        Texts texts = request.page().texts();
        Map<String, String> labels = new LinkedHashMap<>();
        records.keepers(request.agency().code())
                .forEach(keeper -> keeper.fields()
                        .forEach(field -> labels.put(keeper.name() + " " + field.name(), texts.get(field.label()))));
        return labels;
    }
}
