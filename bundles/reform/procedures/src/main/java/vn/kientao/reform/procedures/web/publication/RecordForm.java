package vn.kientao.reform.procedures.web.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.RecordFaults;
import vn.kientao.reform.procedures.domain.publication.RecordFaults.Fault;
import vn.kientao.reform.procedures.domain.publication.RecordFields;
import vn.kientao.reform.procedures.domain.publication.Way;
import vn.kientao.reform.procedures.web.form.FormModel;
import vn.kientao.reform.procedures.web.form.Input;
import vn.kientao.reform.procedures.web.form.Inputs;
import vn.kientao.reform.procedures.web.form.Reading;

/** The form with all fields of a record: what is there and two empty rows of each kind. */
final class RecordForm {
    static final String DRAFT = "publication";
    private static final String PREFIX = "publication.field";
    private static final int EMPTY_ROWS = 2;
    private static final TextBundle TEXTS = TextBundle.of(RecordForm.class);

    private final Page page;
    private final Publication publication;
    private final Map<String, String> shown;
    private final FormErrors errors;
    private final Inputs inputs;

    RecordForm(Page page, Publication publication, Map<String, String> shown, FormErrors errors) {
        this.page = page;
        this.publication = publication;
        this.shown = shown;
        this.errors = errors;
        this.inputs = new Inputs(page, PREFIX, shown, errors);
    }

    /** What was posted, several choices of one field in one value. */
    static Map<String, String> typed(Request request) {
        Map<String, String> typed = new LinkedHashMap<>(request.fields());
        typed.computeIfPresent("levels", (name, first) -> String.join(",", request.fieldAll(name)));
        return typed;
    }

    /** What was typed of the record, days as they are kept. What no form shows stays as it was. */
    static Map<String, String> fields(Map<String, String> typed, Map<String, String> before) {
        Map<String, String> fields = new LinkedHashMap<>();
        before.forEach((name, value) -> {
            if (!RecordFields.known(name)) {
                fields.put(name, value);
            }
        });
        typed.forEach((name, value) -> {
            if (RecordFields.known(name) && !value.isEmpty()) {
                fields.put(name, kept(name, value));
            }
        });
        return fields;
    }

    private static String kept(String name, String value) {
        return name.endsWith("-issued")
                ? Reading.parse(value).map(Object::toString).orElse(value)
                : value;
    }

    /** The fields as the form shows them. */
    static Map<String, String> shown(Publication publication, Map<String, String> fields) {
        Map<String, String> shown = new LinkedHashMap<>(fields);
        fields.forEach((name, value) -> {
            if (name.endsWith("-issued")) {
                shown.put(name, Reading.parse(value).map(Formats::date).orElse(value));
            }
        });
        shown.put("way", publication.way().name());
        publication.lawSignedOn().ifPresent(day -> shown.put("lawSignedOn", Formats.date(day)));
        publication.effectiveOn().ifPresent(day -> shown.put("effectiveOn", Formats.date(day)));
        return shown;
    }

    /** What is wrong, in both languages. */
    static void add(List<Fault> faults, FormErrors errors) {
        for (Fault fault : faults) {
            LocalText label = TEXTS.text(PREFIX + "." + fault.field().replaceAll("-\\d+-", "-"));
            List<LocalText> arguments = new ArrayList<>(List.of(label));
            fault.arguments().forEach(argument -> arguments.add(LocalText.same(argument)));
            errors.add(fault.field(), Reading.words(fault.key(), arguments.toArray(LocalText[]::new)));
        }
    }

    FormModel model(Optional<String> refusal) {
        List<FormModel.Group> groups = new ArrayList<>();
        groups.add(new FormModel.Group(
                page.text("publication.group.plan"),
                List.of(
                        inputs.choice("way", "publication.way", Way.values()),
                        inputs.day("lawSignedOn"),
                        inputs.day("effectiveOn"))));
        groups.add(new FormModel.Group(page.text("publication.group.record"), singles()));
        RecordFields.ROWS.forEach((group, parts) -> rows(group, parts, groups));
        return new FormModel(
                page,
                publication.name(),
                page.text("publication.edit-lead"),
                page.link("/publications/" + publication.id() + "/edit"),
                page.text("publication.save"),
                page.link("/publications/" + publication.id()),
                Map.of("version", String.valueOf(publication.version())),
                groups,
                errors,
                refusal,
                Optional.of(DRAFT + "-" + publication.id()));
    }

    private List<Input> singles() {
        return RecordFields.SINGLE.stream().map(this::single).toList();
    }

    private Input single(String name) {
        return switch (name) {
            case "levels" -> inputs.many(name, "catalogue.level", Level.values());
            case "steps", "conditions" -> inputs.area(name, 8);
            case "subjects", "carriedOutBy", "competent", "delegated", "cooperating" ->
                inputs.hinted(inputs.area(name, 3), "publication.one-a-line");
            case "receivingAddress", "related" -> inputs.area(name, 3);
            default -> inputs.text(name);
        };
    }

    private void rows(String group, List<String> parts, List<FormModel.Group> groups) {
        List<Integer> numbers = new ArrayList<>(RecordFields.numbers(shown, group));
        int next = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1) + 1;
        for (int empty = 0; empty < EMPTY_ROWS; empty++) {
            numbers.add(next + empty);
        }
        for (int i = 0; i < numbers.size(); i++) {
            String row = group + "-" + numbers.get(i) + "-";
            String title = page.text("publication.group." + group, String.valueOf(i + 1));
            groups.add(new FormModel.Group(
                    title, parts.stream().map(part -> part(row, part, group)).toList()));
        }
    }

    private Input part(String row, String part, String group) {
        String name = row + part;
        if (group.equals("channels") && part.equals("kind")) {
            return inputs.choice(name, "catalogue.channel", ChannelKind.values());
        }
        return switch (part) {
            case "unit" -> inputs.choice(name, "publication.unit", DeadlineUnit.values());
            case "disputed" -> inputs.choice(name, List.of(new Input.Option("1", page.text("publication.disputed"))));
            case "amount", "originals", "copies" -> inputs.number(name);
            case "issued" -> inputs.day(name);
            case "fees" -> inputs.hinted(inputs.area(name, 2), "publication.fees-hint");
            case "forms" -> inputs.hinted(inputs.area(name, 2), "publication.one-a-line");
            case "note" -> inputs.area(name, 3);
            case "name" -> group.equals("components") ? inputs.area(name, 2) : inputs.text(name);
            default -> inputs.text(name);
        };
    }

    /** The record of {@code fields} is well formed. */
    static boolean wellFormed(Map<String, String> fields, FormErrors errors) {
        add(RecordFaults.malformed(fields), errors);
        return errors.isEmpty();
    }
}
