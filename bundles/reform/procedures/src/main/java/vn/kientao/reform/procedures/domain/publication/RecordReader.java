package vn.kientao.reform.procedures.domain.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.AgencyNames;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.LegalBasis;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.Quantity;
import vn.kientao.reform.procedures.domain.Responsibility;
import vn.kientao.reform.procedures.domain.Result;
import vn.kientao.reform.procedures.domain.SourceTexts;
import vn.kientao.reform.procedures.domain.reading.ProcedureReader;

/** Reads the fields of {@link RecordFields} as a procedure. They must be {@linkplain RecordFaults#malformed well formed}. */
public final class RecordReader {
    /** The field that holds the code in a kept record. */
    static final String CODE = "code";

    private final Map<String, String> fields;
    private final List<Gap> gaps = new ArrayList<>();

    private RecordReader(Map<String, String> fields) {
        this.fields = fields;
    }

    /** The texts under which a record written here is kept. */
    public static SourceTexts source(ProcedureCode code, Map<String, String> fields) {
        Map<String, String> texts = new TreeMap<>(fields);
        texts.put(CODE, code.value());
        return SourceTexts.of(texts);
    }

    /** Reads what {@link #source} made, with what is still to be completed in it. */
    public static ProcedureReader.Reading read(SourceTexts source) {
        RecordReader reader = new RecordReader(source.texts());
        Procedure procedure = reader.procedure(source);
        return new ProcedureReader.Reading(procedure, reader.gaps);
    }

    private Procedure procedure(SourceTexts source) {
        return new Procedure(
                new ProcedureCode(text(CODE)),
                text(RecordFields.NAME),
                expected("decision", GapKind.DECISION_MISSING),
                text("kind"),
                expected(RecordFields.FIELD, GapKind.FIELD_MISSING),
                levels(),
                lines(expected("subjects", GapKind.SUBJECTS_MISSING)),
                new Responsibility(
                        agencies("carriedOutBy"),
                        agencies("competent"),
                        text("receivingAddress"),
                        agencies("delegated"),
                        agencies("cooperating")),
                channels(),
                components(),
                results(),
                laws(),
                text("conditions"),
                ProcedureReader.steps(text("steps")),
                text("related"),
                source);
    }

    private Set<Level> levels() {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        Set<String> wanted = Set.of(text("levels").split(",", -1));
        Arrays.stream(Level.values())
                .filter(level -> wanted.contains(level.name()))
                .forEach(levels::add);
        return levels;
    }

    private List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (int number : RecordFields.numbers(fields, "channels")) {
            String row = "channels-" + number;
            String path = "channels[" + channels.size() + "].deadline";
            String kind = text(row + "-kind");
            Deadline deadline = deadline(row, path);
            channels.add(new Channel(
                    kind.isEmpty() ? ChannelKind.DIRECT : ChannelKind.valueOf(kind),
                    deadline,
                    FeeLines.read(text(row + "-fees")),
                    text(row + "-note")));
        }
        return channels;
    }

    private Deadline deadline(String row, String path) {
        String amount = text(row + "-amount");
        String unit = text(row + "-unit");
        @Nullable BigDecimal number = amount.isEmpty() ? null : new BigDecimal(amount);
        String words = text(row + "-text");
        if (number == null) {
            gaps.add(new Gap(words.isEmpty() ? GapKind.DEADLINE_MISSING : GapKind.DEADLINE_UNCLEAR, path, words));
            return Deadline.unread(words);
        }
        if (unit.isEmpty()) {
            gaps.add(new Gap(GapKind.DEADLINE_UNIT_MISSING, path, words));
        }
        boolean disputed = !text(row + "-disputed").isEmpty();
        return new Deadline(number, unit.isEmpty() ? null : DeadlineUnit.valueOf(unit), disputed, words);
    }

    private List<Component> components() {
        return RecordFields.numbers(fields, "components").stream()
                .map(number -> "components-" + number)
                .filter(row -> !text(row + "-name").isEmpty())
                .map(row -> new Component(
                        text(row + "-heading"), text(row + "-name"), lines(text(row + "-forms")), quantity(row)))
                .toList();
    }

    private Quantity quantity(String row) {
        String originals = text(row + "-originals");
        String copies = text(row + "-copies");
        if (originals.isEmpty() && copies.isEmpty()) {
            return Quantity.UNSTATED;
        }
        return Quantity.of(number(originals), number(copies));
    }

    private List<Result> results() {
        return RecordFields.numbers(fields, "results").stream()
                .map(number -> new Result(text("results-" + number + "-name"), text("results-" + number + "-code")))
                .toList();
    }

    private List<LegalBasis> laws() {
        return RecordFields.numbers(fields, "laws").stream()
                .map(number -> "laws-" + number)
                .filter(row -> !text(row + "-number").isEmpty()
                        || !text(row + "-title").isEmpty())
                .map(row -> new LegalBasis(text(row + "-number"), text(row + "-title"), day(text(row + "-issued"))))
                .toList();
    }

    private AgencyNames agencies(String field) {
        List<String> names = lines(text(field));
        return new AgencyNames(String.join(", ", names), names);
    }

    private String expected(String field, GapKind missing) {
        String text = text(field);
        if (text.isEmpty()) {
            gaps.add(new Gap(missing, field, ""));
        }
        return text;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
