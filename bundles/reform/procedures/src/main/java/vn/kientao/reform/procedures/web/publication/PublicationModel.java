package vn.kientao.reform.procedures.web.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.publication.Publications.Details;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationAction;
import vn.kientao.reform.procedures.domain.publication.PublicationEvent;
import vn.kientao.reform.procedures.web.form.FormModel;
import vn.kientao.reform.procedures.web.form.Input;
import vn.kientao.reform.procedures.web.form.Inputs;

/** One publication: where it stands, what it changes, what may be done with it. */
public final class PublicationModel {
    private static final String FIELD = "publication.field";

    private final Page page;
    private final Publication publication;
    private final Details details;
    private final String agency;
    private final Comparison comparison;
    private final LocalDate today;
    private final Optional<Refused> refused;

    /** A step that was not taken: its form is shown again. */
    record Refused(PublicationAction action, Map<String, String> values, FormErrors errors, Optional<String> why) {
        Refused {
            values = Map.copyOf(values);
        }
    }

    /** @param agency the name of whoever drafts it */
    PublicationModel(
            Page page,
            Details details,
            String agency,
            Comparison comparison,
            LocalDate today,
            Optional<Refused> refused) {
        this.page = page;
        this.publication = details.publication();
        this.details = details;
        this.agency = agency;
        this.comparison = comparison;
        this.today = today;
        this.refused = refused;
    }

    /** A name and what is known under it. */
    public record Fact(String name, String value) {}

    /** A step that may be taken, with its form. */
    public record Step(String word, String title, boolean open, FormModel form) {}

    /** A step that was taken. */
    public record Event(String what, String when, String who, String note) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public String name() {
        return publication.name();
    }

    public String code() {
        return publication.code().value();
    }

    public String state() {
        return text("publication.state." + Inputs.word(publication.state()));
    }

    public String style() {
        return PublicationWords.style(publication.state());
    }

    public String link(String below) {
        return page.link("/publications/" + publication.id() + below);
    }

    public boolean editable() {
        return publication.allows(PublicationAction.EDIT) && page.can(PublicationPermissions.DRAFT);
    }

    public Comparison comparison() {
        return comparison;
    }

    public List<Fact> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", text("publication.kind." + Inputs.word(publication.kind())));
        facts.put("way", text("publication.way." + Inputs.word(publication.way())));
        facts.put("duty", text("publication.duty." + Inputs.word(publication.duty())));
        facts.put("due", PublicationWords.due(page, publication, today));
        facts.put("agency", agency);
        facts.put("lawSignedOn", day(publication.lawSignedOn()));
        facts.put("effectiveOn", day(publication.effectiveOn()));
        publication.decision().ifPresent(decision -> {
            facts.put("number", decision.number());
            facts.put("signedOn", Formats.date(decision.signedOn()));
            facts.put("issuer", decision.issuer());
        });
        facts.put("announceBy", day(publication.announceBy()));
        facts.put("uploadBy", day(publication.uploadBy()));
        facts.put("uploadedOn", day(publication.uploadedOn()));
        return facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .map(fact -> new Fact(text(FIELD + "." + fact.getKey()), fact.getValue()))
                .toList();
    }

    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (PublicationEvent event : details.events()) {
            String what = event.version() == 1
                    ? text("publication.did.begin")
                    : text("publication.did." + event.action().word());
            events.add(0, new Event(what, Formats.time(event.at()), event.who(), event.note()));
        }
        return events;
    }

    /** The steps that this reader may take now. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        add(steps, PublicationAction.CHECK, PublicationPermissions.CHECK);
        add(steps, PublicationAction.RETURN, PublicationPermissions.CHECK);
        add(steps, PublicationAction.ANNOUNCE, PublicationPermissions.ANNOUNCE);
        add(steps, PublicationAction.TAKE_EFFECT, PublicationPermissions.ANNOUNCE);
        add(steps, PublicationAction.UPLOAD, PublicationPermissions.ANNOUNCE);
        add(steps, PublicationAction.WITHDRAW, PublicationPermissions.DRAFT);
        return steps;
    }

    /** Why the last step was not taken and what is missing. */
    public List<String> refusals() {
        List<String> sentences = new ArrayList<>();
        refused.ifPresent(why -> {
            why.why().ifPresent(sentences::add);
            why.errors().all().forEach(error -> sentences.add(error.message().in(page.locale())));
        });
        return sentences;
    }

    private void add(List<Step> steps, PublicationAction action, Permission permission) {
        if (!publication.allows(action) || !page.can(permission)) {
            return;
        }
        Optional<Refused> mine = refused.filter(one -> one.action() == action);
        Map<String, String> values = mine.map(Refused::values).orElse(Map.of());
        FormErrors errors = mine.map(Refused::errors).orElse(new FormErrors());
        Inputs inputs = new Inputs(page, FIELD, values, errors);
        String word = action.word();
        FormModel form = new FormModel(
                page,
                "",
                "",
                link("/" + word),
                text("publication.do." + word),
                link(""),
                Map.of("version", String.valueOf(publication.version())),
                List.of(new FormModel.Group("", inputs(action, inputs))),
                errors,
                Optional.empty(),
                Optional.empty());
        steps.add(new Step(word, text("publication.do." + word), mine.isPresent(), form));
    }

    private static List<Input> inputs(PublicationAction action, Inputs inputs) {
        return switch (action) {
            case ANNOUNCE ->
                List.of(
                        inputs.text("number"),
                        inputs.day("signedOn"),
                        inputs.text("issuer"),
                        inputs.day("effectiveFrom"),
                        inputs.area("announceNote", 2));
            case UPLOAD -> List.of(inputs.day("uploadedDay"), inputs.area("uploadNote", 2));
            case RETURN -> List.of(inputs.area("returnReason", 3));
            case WITHDRAW -> List.of(inputs.area("withdrawReason", 3));
            case CHECK -> List.of(inputs.area("checkNote", 2));
            case EDIT, TAKE_EFFECT -> List.of();
        };
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(Formats::date).orElse("");
    }
}
