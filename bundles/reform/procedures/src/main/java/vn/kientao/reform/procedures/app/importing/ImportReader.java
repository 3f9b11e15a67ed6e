package vn.kientao.reform.procedures.app.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.SourceTexts;
import vn.kientao.reform.procedures.domain.reading.Field;
import vn.kientao.reform.procedures.domain.reading.ProcedureReader;

/**
 * Reads a file of national records line by line. Whatever a file holds, reading it ends in rows, never in an exception
 * other than one of the stream or of the consumer. Holds one line and the codes seen so far; safe for use by several
 * threads, each with its own stream.
 */
public final class ImportReader {

    /** The national database has some ten thousand procedures; a file with many times as many is not of it. */
    static final int MOST_ROWS = 200_000;

    /** The longest record seen had 90 kB. */
    static final int LONGEST_LINE = 4 << 20;

    private static final int DEEPEST_NESTING = 20;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxNumberLength(100)
                        .maxStringLength(LONGEST_LINE)
                        .build());
    }

    /**
     * Reads {@code in} to its end and hands on each row as it is read. Blank lines are passed over.
     *
     * @param rows called on this thread, in the order of the file
     * @throws IOException when the stream fails
     */
    public ImportSummary read(InputStream in, Consumer<ImportRow> rows) throws IOException {
        return new Run(in, rows).all();
    }

    /** One file being read. */
    private static final class Run {

        private final LineSource lines;
        private final Consumer<ImportRow> rows;
        private final Map<String, Long> lineOfCode = new HashMap<>();
        private long accepted;
        private long refused;

        Run(InputStream in, Consumer<ImportRow> rows) {
            this.lines = new LineSource(in, LONGEST_LINE);
            this.rows = rows;
        }

        ImportSummary all() throws IOException {
            boolean more = lines.advance();
            String encoding = more ? Utf8.otherEncoding(lines.bytes(), lines.length()) : "";
            if (!encoding.isEmpty()) {
                refuse(RowError.of(0, "", Reason.FILE_NOT_UTF8, "", encoding));
                return summary();
            }
            while (more && accepted + refused < MOST_ROWS) {
                line();
                more = lines.advance();
            }
            if (more) {
                refuse(RowError.of(0, "", Reason.FILE_TOO_LONG, "", MOST_ROWS));
            } else if (accepted + refused == 0) {
                refuse(RowError.of(0, "", Reason.FILE_EMPTY, ""));
            }
            return summary();
        }

        private ImportSummary summary() {
            return new ImportSummary(accepted, refused, lines.read());
        }

        private void line() {
            int from = lines.number() == 1 ? Utf8.markLength(lines.bytes(), lines.length()) : 0;
            String text = new String(lines.bytes(), from, lines.length() - from, StandardCharsets.UTF_8);
            if (lines.tooLong()) {
                refuse(RowError.of(lines.number(), "", Reason.LINE_TOO_LONG, text, LONGEST_LINE));
                return;
            }
            int fault = Utf8.firstFault(lines.bytes(), from, lines.length(), text);
            if (fault >= 0) {
                String found = HexFormat.of().withUpperCase().toHexDigits(lines.bytes()[fault]);
                refuse(RowError.of(lines.number(), "", Reason.NOT_UTF8, "", lines.start() + fault, found));
            } else if (!text.isBlank()) {
                json(text);
            }
        }

        private void json(String text) {
            JsonNode node;
            try {
                node = JSON.readTree(text);
            } catch (MismatchedInputException e) {
                refuse(atColumn(e, isTwice(e) ? Reason.KEY_TWICE : Reason.NOT_JSON, text));
                return;
            } catch (JsonProcessingException e) {
                refuse(atColumn(e, Reason.NOT_JSON, text));
                return;
            }
            if (node instanceof ObjectNode object) {
                record(object);
            } else {
                String kind = node.getNodeType().name();
                refuse(RowError.of(lines.number(), "", Reason.NOT_AN_OBJECT, text, kind));
            }
        }

        private void record(ObjectNode object) {
            RecordTexts record = RecordTexts.of(lines.number(), object);
            SourceTexts source = record.source();
            @Nullable Long before = record.errors().isEmpty() ? twin(source) : null;
            if (before != null) {
                String code = source.text(Field.CODE.published());
                refuse(RowError.of(lines.number(), Field.CODE.published(), Reason.CODE_TWICE, code, before));
            } else if (!record.errors().isEmpty()) {
                refuse(record.errors());
            } else {
                ProcedureReader.Reading reading = ProcedureReader.read(source);
                accepted++;
                rows.accept(new ImportRow.Accepted(lines.number(), lines.read(), reading.procedure(), reading.gaps()));
            }
        }

        private @Nullable Long twin(SourceTexts source) {
            return lineOfCode.putIfAbsent(source.text(Field.CODE.published()), lines.number());
        }

        private RowError atColumn(JsonProcessingException e, Reason reason, String text) {
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            return RowError.of(lines.number(), "", reason, text, column);
        }

        private static boolean isTwice(MismatchedInputException e) {
            return e.getOriginalMessage().startsWith("Duplicate field");
        }

        private void refuse(RowError error) {
            refuse(List.of(error));
        }

        private void refuse(List<RowError> errors) {
            refused++;
            rows.accept(new ImportRow.Refused(errors.get(0).line(), lines.read(), errors));
        }
    }
}
