package vn.kientao.reform.procedures.domain.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.LegalBasis;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.Result;
import vn.kientao.reform.procedures.domain.Step;
import vn.kientao.reform.procedures.domain.reading.Field;

/**
 * The fields of a procedure as people write and compare them: name of the field → text, flat, rows numbered from 0
 * ({@code channels-0-amount}). What is empty is left out.
 */
public final class RecordFields {
    public static final String NAME = "name";
    public static final String FIELD = "field";
    /** Fields of one text, in the order of a form. */
    public static final List<String> SINGLE = List.of(
            NAME,
            "decision",
            "kind",
            FIELD,
            "levels",
            "subjects",
            "carriedOutBy",
            "competent",
            "receivingAddress",
            "delegated",
            "cooperating",
            "steps",
            "conditions",
            "related");
    /** Fields of a way to hand in. */
    public static final List<String> CHANNEL = List.of("kind", "amount", "unit", "disputed", "text", "fees", "note");
    /** Fields of a paper. */
    public static final List<String> COMPONENT = List.of("heading", "name", "forms", "originals", "copies");
    /** Fields of a result. */
    public static final List<String> RESULT = List.of("name", "code");
    /** Fields of a legal document. */
    public static final List<String> LAW = List.of("number", "title", "issued");
    /** The fields that come in rows, with the fields of a row. */
    public static final Map<String, List<String>> ROWS = rows();

    private final Map<String, String> fields = new LinkedHashMap<>();

    private RecordFields() {}

    /** The fields of a procedure. {@link RecordReader} reads them back. */
    public static Map<String, String> of(Procedure procedure) {
        RecordFields writer = new RecordFields();
        writer.singles(procedure);
        for (int i = 0; i < procedure.channels().size(); i++) {
            writer.channel("channels-" + i, procedure.channels().get(i));
        }
        for (int i = 0; i < procedure.components().size(); i++) {
            writer.component("components-" + i, procedure.components().get(i));
        }
        for (int i = 0; i < procedure.results().size(); i++) {
            Result result = procedure.results().get(i);
            writer.put("results-" + i + "-name", result.name());
            writer.put("results-" + i + "-code", result.code());
        }
        for (int i = 0; i < procedure.legalBases().size(); i++) {
            writer.law("laws-" + i, procedure.legalBases().get(i));
        }
        writer.put(Field.ADDRESS.published(), procedure.source().text(Field.ADDRESS.published()));
        return writer.fields;
    }

    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("channels", CHANNEL);
        rows.put("components", COMPONENT);
        rows.put("results", RESULT);
        rows.put("laws", LAW);
        return rows;
    }

    /** The numbers of the rows of {@code group} of which something is filled in, in order. */
    public static List<Integer> numbers(Map<String, String> fields, String group) {
        List<Integer> numbers = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(group + "-") && !value.isBlank()) {
                String number = name.substring(group.length() + 1, name.indexOf('-', group.length() + 1));
                numbers.add(Integer.valueOf(number));
            }
        });
        return numbers.stream().distinct().sorted().toList();
    }

    /** Whether a field of this name belongs to a record. */
    public static boolean known(String name) {
        return SINGLE.contains(name)
                || ROWS.entrySet().stream()
                        .anyMatch(group -> group.getValue().stream()
                                .anyMatch(part -> name.matches(group.getKey() + "-\\d{1,3}-" + part)));
    }

    private void singles(Procedure procedure) {
        put(NAME, procedure.name());
        put("decision", procedure.decision());
        put("kind", procedure.kind());
        put(FIELD, procedure.field());
        put("levels", procedure.levels().stream().map(Enum::name).collect(Collectors.joining(",")));
        put("subjects", String.join("\n", procedure.subjects()));
        put(
                "carriedOutBy",
                agencies(
                        procedure.responsibility().carriedOutBy().names(),
                        procedure.responsibility().carriedOutBy().text()));
        put(
                "competent",
                agencies(
                        procedure.responsibility().competent().names(),
                        procedure.responsibility().competent().text()));
        put("receivingAddress", procedure.responsibility().receivingAddress());
        put(
                "delegated",
                agencies(
                        procedure.responsibility().delegated().names(),
                        procedure.responsibility().delegated().text()));
        put(
                "cooperating",
                agencies(
                        procedure.responsibility().cooperating().names(),
                        procedure.responsibility().cooperating().text()));
        put("steps", procedure.steps().stream().map(RecordFields::step).collect(Collectors.joining("\n")));
        put("conditions", procedure.conditions());
        put("related", procedure.related());
    }

    private void channel(String row, Channel channel) {
        put(row + "-kind", channel.kind().name());
        put(
                row + "-amount",
                channel.deadline()
                        .number()
                        .map(n -> n.stripTrailingZeros().toPlainString())
                        .orElse(""));
        put(row + "-unit", channel.deadline().counts().map(Enum::name).orElse(""));
        put(row + "-disputed", channel.deadline().disputed() ? "1" : "");
        put(row + "-text", channel.deadline().text());
        put(row + "-fees", channel.fees().stream().map(FeeLines::write).collect(Collectors.joining("\n")));
        put(row + "-note", channel.note());
    }

    private void component(String row, Component component) {
        put(row + "-heading", component.heading());
        put(row + "-name", component.name());
        put(row + "-forms", String.join("\n", component.forms()));
        if (component.quantity().stated()) {
            put(row + "-originals", String.valueOf(component.quantity().originals()));
            put(row + "-copies", String.valueOf(component.quantity().copies()));
        }
    }

    private void law(String row, LegalBasis law) {
        put(row + "-number", law.number());
        put(row + "-title", law.title());
        put(row + "-issued", law.issuedOn().map(Object::toString).orElse(""));
    }

    /** One a line; as published where the names cannot be told apart. */
    private static String agencies(List<String> names, String text) {
        return names.isEmpty() ? text : String.join("\n", names);
    }

    private static String step(Step step) {
        return step.number() == 0 ? step.text() : "Bước " + step.number() + ": " + step.text();
    }

    private void put(String name, String text) {
        if (!text.isBlank()) {
            fields.put(name, text);
        }
    }
}
