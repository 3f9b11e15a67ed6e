package vn.kientao.platform.documents.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.kientao.platform.api.text.Folding;

/** The words that stand on every letter, and how words are written. */
final class Words {
    static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    static final String RECEIVERS = "Nơi nhận:";
    static final String ABOUT = "V/v ";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Words() {}

    static String capitals(String text) {
        return Folding.nfc(text).toUpperCase(VIETNAMESE);
    }

    /** Every line but the last ends with a semicolon, the last with a dot. */
    static List<String> ended(List<String> lines) {
        List<String> ended = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String bare = lines.get(i).strip().replaceFirst("[;.]+$", "");
            ended.add(bare + (i < lines.size() - 1 ? ";" : "."));
        }
        return ended;
    }

    /** For XML, in NFC; characters that XML cannot hold are left out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Folding.nfc(text).codePoints().forEach(sign -> {
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean control = sign < ' ' && sign != '\t' && sign != '\n';
                    boolean outside = (sign >= 0xD800 && sign <= 0xDFFF) || sign == 0xFFFE || sign == 0xFFFF;
                    if (!control && !outside) {
                        escaped.appendCodePoint(sign);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
