package vn.kientao.reform.procedures.domain.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.reform.procedures.domain.AgencyNames;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;

/** Divides lists separated by commas, some of whose entries contain commas themselves. */
final class ListReader {

    /** The words an agency's name begins with; a comma before one of them separates two agencies. */
    private static final Pattern AGENCY =
            Pattern.compile("(?:Chủ tịch |Giám đốc |Bộ trưởng |Người đứng đầu |Các |Thủ tướng )*"
                    + "(?:Bộ|Sở|Cục|Chi cục|Tổng cục|Vụ|Phòng|Ban|Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Công an|Cơ quan|Trung tâm|Văn phòng"
                    + "|Chi nhánh|Kho bạc|Ngân hàng|Thuế|Hải quan|Tòa án|Toà án|Viện|Tổ chức|Đơn vị|Thanh tra|Bảo hiểm|Cảng vụ"
                    + "|Đại sứ|Hội|Quỹ|Trường|Bệnh viện|Chính phủ|Thủ tướng|Chủ tịch|Giám đốc|Người đứng đầu|Công đoàn|Biên phòng"
                    + "|Thi hành án|Khu|Trạm|Hạt|Đồn|Tập đoàn|Doanh nghiệp)(?![\\p{L}])[\\s\\S]*");

    /** Names in which a capital letter follows a comma. */
    private static final Pattern WITHIN_NAME = Pattern.compile(
            "Văn hóa, Thể thao|Văn hoá, Thể thao|Phòng, Chống|Khoa học, Công nghệ|Lao động, Thương binh");

    private static final int LONGEST_SUCH_NAME = 30;

    private ListReader() {}

    /** Entries begin with a capital letter; brackets hold together what is between them. */
    static List<String> subjects(String text) {
        return pieces(text);
    }

    /** No level has a comma in its name. */
    static Set<Level> levels(String text, Notes notes) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (String name : text.split(",", -1)) {
            String piece = name.strip();
            if (piece.isEmpty()) {
                continue;
            }
            Level.of(piece).ifPresentOrElse(levels::add, () -> notes.gap(GapKind.LEVEL_UNKNOWN, "levels", piece));
        }
        return levels;
    }

    static AgencyNames agencies(String text, String field, Notes notes) {
        if (text.isEmpty()) {
            return AgencyNames.NONE;
        }
        List<String> names = pieces(text);
        if (names.size() == 1
                || names.stream().allMatch(name -> AGENCY.matcher(name).matches())) {
            return new AgencyNames(text, names);
        }
        notes.gap(GapKind.AGENCIES_UNCLEAR, field, text);
        return new AgencyNames(text, List.of());
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (c == ',' && depth == 0 && separates(text, i)) {
                add(pieces, text.substring(from, i));
                from = i + 1;
            }
        }
        add(pieces, text.substring(from));
        return pieces;
    }

    private static boolean separates(String text, int comma) {
        int next = comma + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length() || !Character.isUpperCase(text.charAt(next))) {
            return next == text.length();
        }
        int from = Math.max(0, comma - LONGEST_SUCH_NAME);
        int to = Math.min(text.length(), comma + LONGEST_SUCH_NAME);
        Matcher name = WITHIN_NAME.matcher(text).region(from, to);
        while (name.find()) {
            if (name.start() < comma && comma < name.end()) {
                return false;
            }
        }
        return true;
    }

    private static void add(List<String> pieces, String piece) {
        String name = piece.strip();
        if (!name.isEmpty() && !pieces.contains(name)) {
            pieces.add(name);
        }
    }
}
