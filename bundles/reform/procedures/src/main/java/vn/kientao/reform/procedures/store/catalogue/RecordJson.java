package vn.kientao.reform.procedures.store.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.kientao.reform.procedures.domain.SourceTexts;

/** A record as it is kept: JSON, cut into pieces that fit a column of either database. */
public final class RecordJson {
    /** H2 takes 1,048,576 characters in a column. */
    static final int LONGEST_PIECE = 500_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = JSON.writerFor(new TypeReference<Map<String, String>>() {});
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<Map<String, String>>() {});

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private RecordJson() {}

    static List<String> pieces(SourceTexts source) {
        return pieces(source.texts());
    }

    /** The texts by name, cut into pieces. */
    public static List<String> pieces(Map<String, String> texts) {
        try {
            return cut(WRITER.writeValueAsString(texts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always make JSON", e);
        }
    }

    /** The texts that {@link #pieces} cut. */
    public static SourceTexts read(List<String> pieces) {
        try {
            Map<String, String> texts = READER.readValue(String.join("", pieces));
            return SourceTexts.of(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept record is not JSON", e);
        }
    }

    private static List<String> cut(String json) {
        if (json.length() <= LONGEST_PIECE) {
            return List.of(json);
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < json.length()) {
            int to = Math.min(json.length(), from + LONGEST_PIECE);
            if (to < json.length() && Character.isHighSurrogate(json.charAt(to - 1))) {
                to--;
            }
            pieces.add(json.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
