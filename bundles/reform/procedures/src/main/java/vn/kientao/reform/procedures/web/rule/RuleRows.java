package vn.kientao.reform.procedures.web.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRefusedException;
import vn.kientao.platform.api.documents.SheetRow;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.rule.RuleRow;
import vn.kientao.reform.procedures.web.dossier.Words;

/** The rows of a file with a rule set: JSON ({@code {"rows": […]}}), XLSX or CSV with the same names as titles of columns. */
final class RuleRows {
    /** A rule set has some twenty rows. */
    static final int MOST = 200;

    static final List<String> COLUMNS =
            List.of("set", "part", "name", "value", "title", "symbol", "paper", "validFrom", "legalBasis");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormErrors errors;

    /** @param errors say under {@code file} why there are no rows */
    RuleRows(FormErrors errors) {
        this.errors = errors;
    }

    List<RuleRow> read(byte[] file, Sheets sheets) {
        String head = new String(file, 0, Math.min(file.length, 16), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        return head.startsWith("{") ? json(new String(file, StandardCharsets.UTF_8)) : sheet(file, sheets);
    }

    List<RuleRow> json(String text) {
        List<RuleRow> rows = new ArrayList<>();
        try {
            JsonNode given = JSON.readTree(text.replace("\uFEFF", "")).path("rows");
            if (!given.isArray()) {
                refuse(Words.text("rule.load.error.json"));
            }
            for (JsonNode row : given) {
                Map<String, String> cells = new HashMap<>();
                COLUMNS.forEach(column -> cells.put(column, row.path(column).asText("")));
                rows.add(row(rows.size() + 1, cells));
            }
        } catch (JsonProcessingException e) {
            refuse(Words.text("rule.load.error.json"));
        }
        return few(rows);
    }

    private List<RuleRow> sheet(byte[] file, Sheets sheets) {
        List<RuleRow> rows = new ArrayList<>();
        try (SheetReader reader = sheets.read(new ByteArrayInputStream(file), SheetLimits.ofRows(MOST + 1))) {
            Map<String, Integer> places = places(reader.next());
            if (!places.keySet().containsAll(COLUMNS)) {
                refuse(Words.text("rule.load.error.columns", String.join(", ", COLUMNS)));
                return List.of();
            }
            for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                SheetRow line = row.get();
                Map<String, String> cells = new HashMap<>();
                COLUMNS.forEach(column -> cells.put(column, line.cell(places.getOrDefault(column, 0))));
                rows.add(row(line.number(), cells));
            }
        } catch (SheetRefusedException e) {
            refuse(e.reason());
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return few(rows);
    }

    /** Titles of columns may be written in any case. */
    private static Map<String, Integer> places(Optional<SheetRow> header) {
        Map<String, Integer> places = new HashMap<>();
        List<String> titles = header.map(SheetRow::cells).orElse(List.of());
        for (int place = 0; place < titles.size(); place++) {
            String title = Folding.fold(titles.get(place));
            int column = place;
            COLUMNS.stream()
                    .filter(name -> Folding.fold(name).equals(title))
                    .forEach(name -> places.putIfAbsent(name, column));
        }
        return places;
    }

    private static RuleRow row(int line, Map<String, String> cells) {
        Map<String, String> clean = new HashMap<>();
        cells.forEach((name, value) -> clean.put(name, Folding.nfc(value).strip()));
        return new RuleRow(
                line,
                clean.getOrDefault("set", ""),
                clean.getOrDefault("part", ""),
                clean.getOrDefault("name", ""),
                clean.getOrDefault("value", ""),
                clean.getOrDefault("title", ""),
                clean.getOrDefault("symbol", ""),
                clean.getOrDefault("paper", ""),
                clean.getOrDefault("validFrom", ""),
                clean.getOrDefault("legalBasis", ""));
    }

    private List<RuleRow> few(List<RuleRow> rows) {
        if (rows.size() > MOST) {
            refuse(Words.text("rule.load.error.many", "" + rows.size(), "" + MOST));
            return List.of();
        }
        if (rows.isEmpty() && errors.isEmpty()) {
            refuse(Words.text("rule.load.error.empty"));
        }
        return rows;
    }

    private void refuse(LocalText why) {
        errors.add("file", why);
    }

    /** The rows as the JSON that {@link #json} reads. */
    static String text(List<RuleRow> rows) {
        ArrayNode list = JSON.createArrayNode();
        for (RuleRow row : rows) {
            ObjectNode node = list.addObject();
            List<String> cells = cells(row);
            for (int column = 0; column < COLUMNS.size(); column++) {
                node.put(COLUMNS.get(column), cells.get(column));
            }
        }
        return JSON.createObjectNode().set("rows", list).toString();
    }

    /** The cells in order of {@link #COLUMNS}. */
    static List<String> cells(RuleRow row) {
        return List.of(
                row.set(),
                row.part(),
                row.name(),
                row.value(),
                row.title(),
                row.symbol(),
                row.paper(),
                row.validFrom(),
                row.legalBasis());
    }
}
