package vn.kientao.reform.procedures.domain.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.LegalBasis;

/**
 * Reads the legal bases: the heads of a table of two columns, then title and number of each document without anything
 * between them. Titles name other documents, so a number ends a row only when it is glued to what stands around it as
 * prose never is.
 */
final class LegalBasesReader {

    private static final String HEADS = "Tên văn bản pháp lýMã văn bản";
    /** Words that stand before a number, in its cell or in prose. */
    private static final Pattern PREFIX = Pattern.compile(
            "(?:Luật số|Luật|Bộ luật số|Bộ luật|Pháp lệnh số|Pháp lệnh|Nghị quyết số|Nghị quyết|Nghị định số|Nghị định"
                    + "|Quyết định số|Quyết định|Thông tư liên tịch số|Thông tư số|Thông tư|Chỉ thị số|Văn bản số|số|Số)\\s?$");

    private static final int LONGEST_PREFIX = 30;
    /** How prose goes on behind a number, and no title begins, though the space be missing. */
    private static final Pattern PROSE = Pattern.compile("(?:ngày|của|về việc|năm)\\s");
    /** What may stand between two rows and says nothing. */
    private static final Pattern LITTER = Pattern.compile("[.;,\\s]*");
    /** What no title holds, unless two rows were taken for one: half a number glued in, or a number and a new sentence. */
    private static final Pattern TWO_ROWS = Pattern.compile(
            "\\p{L}\\d{1,4}/(?:19|20)\\d{2}\\p{Lu}"
                    + "|(\\d{1,4}/(?:19|20)\\d{2}/(?:QH\\d{2}|\\p{Lu}{1,6}-\\p{L}{2,8}))\\s+(?:Thông tư|Nghị định|Luật|Quyết định|Nghị quyết|Sửa đổi)(?!\\p{L})");

    private static final Pattern DAY = Pattern.compile(
            "ngày\\s+(\\d{1,2})(?:\\s*/\\s*|\\s+tháng\\s+)(\\d{1,2})(?:\\s*/\\s*|\\s+năm\\s+)((?:19|20)\\d{2})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final String text;
    private final Notes notes;
    private final List<DocumentNumber> numbers;
    private final List<LegalBasis> bases = new ArrayList<>();
    private int from;

    private LegalBasesReader(String text, Notes notes) {
        this.text = text;
        this.notes = notes;
        this.numbers = DocumentNumber.all(text);
    }

    static List<LegalBasis> read(String text, Notes notes) {
        String body = (text.startsWith(HEADS) ? text.substring(HEADS.length()) : text).strip();
        if (Cleaning.isNothing(body)) {
            notes.gap(GapKind.LEGAL_BASES_MISSING, "legalBases", text);
            return List.of();
        }
        LegalBasesReader reader = new LegalBasesReader(body, notes);
        reader.rows();
        return reader.bases;
    }

    private void rows() {
        for (int i = 0; i < numbers.size(); i++) {
            DocumentNumber number = numbers.get(i);
            @Nullable DocumentNumber next = i + 1 < numbers.size() ? numbers.get(i + 1) : null;
            int prefix = prefix(number.start());
            if (endsRow(number, prefix, next)) {
                row(number, prefix);
            }
        }
        String rest = Cleaning.line(text.substring(from));
        if (!Cleaning.isNothing(rest)) {
            notes.gap(GapKind.LEGAL_BASIS_UNCLEAR, path(), rest);
            bases.add(new LegalBasis("", rest, null));
        }
    }

    private boolean endsRow(DocumentNumber number, int prefix, @Nullable DocumentNumber next) {
        boolean opensRow = prefix <= firstVisible(from);
        boolean gluedBefore = !opensRow && !Character.isWhitespace(text.charAt(prefix - 1));
        if (next != null && isTitleOf(number, next, opensRow)) {
            return false;
        }
        if (next != null && next.start() == number.end()) {
            return gluedBefore;
        }
        if (gluedBefore) {
            return rowMayEnd(number.end());
        }
        return !(opensRow && prefix < number.start()) && cellEnds(number.end());
    }

    /** "11/2021/NĐ-CP11/2021/NĐ-CP": the first is what the title says, the second is the cell. */
    private boolean isTitleOf(DocumentNumber number, DocumentNumber next, boolean opensRow) {
        if (!number.value().equals(next.value())) {
            return false;
        }
        int prefix = prefix(next.start());
        return next.start() == number.end() || (opensRow && prefix == number.end());
    }

    /** A cell is followed by the next title: at once, or behind a space by a capital letter. */
    private boolean rowMayEnd(int end) {
        if (cellEnds(end)) {
            return true;
        }
        int visible = firstVisible(end);
        return visible == text.length() || (visible > end && Character.isUpperCase(text.charAt(visible)));
    }

    /** Nothing follows, or at once a word that a title may begin with. */
    private boolean cellEnds(int end) {
        return end == text.length()
                || (Character.isLetterOrDigit(text.charAt(end))
                        && !PROSE.matcher(text).region(end, text.length()).lookingAt());
    }

    private void row(DocumentNumber number, int prefix) {
        String title = Cleaning.line(text.substring(from, Math.max(from, prefix)));
        String value = number.certain() ? Cleaning.line(number.value()) : "";
        if (title.isEmpty() || !number.certain() || isTwoRows(title, value)) {
            notes.gap(GapKind.LEGAL_BASIS_UNCLEAR, path(), text.substring(from, number.end()));
        }
        String whole = value.isEmpty() ? Cleaning.line(text.substring(from, number.end())) : title;
        bases.add(new LegalBasis(value, whole, issued(whole, value)));
        Matcher litter = LITTER.matcher(text).region(number.end(), text.length());
        from = litter.lookingAt() ? litter.end() : number.end();
    }

    private static boolean isTwoRows(String title, String number) {
        Matcher seam = TWO_ROWS.matcher(title);
        return seam.find() && !number.equals(seam.group(1));
    }

    /** The day in a title, when the title names no other document, or names it right behind this one's number. */
    private static @Nullable LocalDate issued(String title, String number) {
        Matcher day = DAY.matcher(title);
        int own = number.isEmpty() ? -1 : title.indexOf(number);
        if (own >= 0) {
            int behind = own + number.length();
            return day.find(behind) && title.substring(behind, day.start()).isBlank() ? date(day) : null;
        }
        if (!DocumentNumber.all(title).isEmpty() || !day.find()) {
            return null;
        }
        @Nullable LocalDate found = date(day);
        return day.find() ? null : found;
    }

    private static @Nullable LocalDate date(Matcher day) {
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
        } catch (DateTimeException e) {
            // A day that no calendar has, 31/6 for one, is left for a person to read in the title.
            return null;
        }
    }

    /** Where the words before a number begin that may belong to its cell. */
    private int prefix(int number) {
        int earliest = Math.max(from, number - LONGEST_PREFIX);
        Matcher prefix = PREFIX.matcher(text).region(earliest, number);
        boolean found = prefix.find() && !(prefix.start() == from && isGluedBefore(number));
        return found ? prefix.start() : number;
    }

    private boolean isGluedBefore(int position) {
        return position > 0 && !Character.isWhitespace(text.charAt(position - 1));
    }

    private int firstVisible(int position) {
        int visible = position;
        while (visible < text.length() && Character.isWhitespace(text.charAt(visible))) {
            visible++;
        }
        return visible;
    }

    private String path() {
        return "legalBases[" + bases.size() + "]";
    }
}
