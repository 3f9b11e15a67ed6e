package vn.kientao.reform.procedures.app.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.SourceTexts;
import vn.kientao.reform.procedures.domain.reading.Cleaning;
import vn.kientao.reform.procedures.domain.reading.Field;

/**
 * Takes the texts out of one JSON object and checks what a record cannot do without. Numbers stand for their digits,
 * null for nothing, and in a field that is a list an array of texts for one separated by commas.
 */
final class RecordTexts {

    private static final int MOST_FIELDS = 100;
    private static final int LONGEST_FIELD_NAME = 100;
    private static final String EXAMPLE_CODE = "1.001193";

    private final long line;
    private final Map<String, String> texts = new TreeMap<>();
    private final List<RowError> errors = new ArrayList<>();

    private RecordTexts(long line) {
        this.line = line;
    }

    static RecordTexts of(long line, ObjectNode object) {
        RecordTexts record = new RecordTexts(line);
        if (object.size() > MOST_FIELDS) {
            record.error("", Reason.TOO_MANY_FIELDS, "", object.size(), MOST_FIELDS);
            return record;
        }
        object.properties().forEach(entry -> record.take(entry.getKey(), entry.getValue()));
        record.checkCode();
        record.checkName();
        return record;
    }

    List<RowError> errors() {
        return errors;
    }

    SourceTexts source() {
        return SourceTexts.of(texts);
    }

    private void take(String field, JsonNode value) {
        if (field.length() > LONGEST_FIELD_NAME) {
            error(field.substring(0, LONGEST_FIELD_NAME), Reason.TOO_LONG, "", field.length(), LONGEST_FIELD_NAME);
            return;
        }
        Optional<String> raw = raw(field, value);
        if (raw.isEmpty()) {
            error(field, Reason.WRONG_TYPE, value.toString(), kind(value));
            return;
        }
        int broken = brokenAt(raw.get());
        if (broken >= 0 || brokenAt(field) >= 0) {
            error("", Reason.BROKEN_CHARACTER, "", Math.max(broken, 0));
            return;
        }
        keep(field, Cleaning.text(raw.get()));
    }

    private void keep(String field, String text) {
        int longest = Field.longest(field);
        if (text.length() > longest) {
            error(field, Reason.TOO_LONG, text, text.length(), longest);
        } else if (!text.isEmpty()) {
            texts.put(Cleaning.text(field), text);
        }
    }

    private static Optional<String> raw(String field, JsonNode value) {
        if (value.isNull()) {
            return Optional.of("");
        }
        if (value.isTextual()) {
            return Optional.of(value.textValue());
        }
        if (value.isNumber()) {
            return Optional.of(value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText());
        }
        return value.isArray() && Field.isList(field) ? joined(value) : Optional.empty();
    }

    private static Optional<String> joined(JsonNode array) {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry : array) {
            if (!entry.isTextual()) {
                return Optional.empty();
            }
            entries.add(entry.textValue());
        }
        return Optional.of(String.join(", ", entries));
    }

    private void checkCode() {
        String field = Field.CODE.published();
        String code = texts.getOrDefault(field, "");
        boolean reported = errors.stream().anyMatch(error -> error.field().equals(field));
        if (code.isEmpty()) {
            if (!reported) {
                error(field, Reason.CODE_MISSING, "");
            }
        } else if (ProcedureCode.of(code).isEmpty()) {
            error(field, Reason.CODE_MALFORMED, code, EXAMPLE_CODE);
        }
    }

    private void checkName() {
        String field = Field.NAME.published();
        boolean reported = errors.stream().anyMatch(error -> error.field().equals(field));
        if (Cleaning.isNothing(texts.getOrDefault(field, "")) && !reported) {
            error(field, Reason.NAME_MISSING, texts.getOrDefault(field, ""));
        }
    }

    private void error(String field, Reason reason, String value, Object... arguments) {
        errors.add(RowError.of(line, field, reason, value, arguments));
    }

    private static String kind(JsonNode value) {
        return value.getNodeType().name();
    }

    private static int brokenAt(String text) {
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return i;
            }
        }
        return -1;
    }
}
