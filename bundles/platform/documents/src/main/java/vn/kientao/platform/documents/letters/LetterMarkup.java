package vn.kientao.platform.documents.letters;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;

/** A letter as XHTML for the press. */
final class LetterMarkup {
    private static final Pattern DATE = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");

    private final Letter letter;
    private final Measures measures;
    private final UnaryOperator<String> qrImage;
    private final StringBuilder out = new StringBuilder();

    /** @param qrImage makes the address of a QR code's picture */
    LetterMarkup(Letter letter, UnaryOperator<String> qrImage) {
        this.letter = letter;
        this.measures = Measures.of(letter.paper());
        this.qrImage = qrImage;
    }

    String xhtml() {
        String name = letter.title().isEmpty() ? letter.head().about() : letter.title();
        out.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head><title>")
                .append(Words.escaped(name))
                .append("</title><style>")
                .append(style())
                .append("</style></head><body>");
        head(letter.head());
        if (!letter.title().isEmpty()) {
            out.append("<p class=\"title\">")
                    .append(Words.escaped(Words.capitals(letter.title())))
                    .append("</p>");
        }
        if (!letter.summary().isEmpty()) {
            lined("summary", letter.summary());
        }
        letter.parts().forEach(this::part);
        foot();
        return out.append("</body></html>").toString();
    }

    private String style() {
        return String.format(
                Locale.ROOT,
                """
                @page { size: %dmm %dmm; margin: %dmm %dmm %dmm %dmm;
                  @top-center { content: counter(page); font-family: serif; font-size: %spt; } }
                @page :first { @top-center { content: ''; } }
                body { font-family: serif; font-size: %spt; line-height: 1.2; }
                p { margin: 0; }
                .date { white-space: nowrap; }
                .text { text-align: justify; text-indent: %smm; margin-bottom: %spt; }
                .field { margin-bottom: %spt; }
                .bases { font-style: italic; text-align: justify; text-indent: %smm; margin-bottom: %spt; }
                table { border-collapse: collapse; width: 100%%; }
                .head td, .foot td { vertical-align: top; text-align: center; }
                .names { font-size: %spt; }
                .motto { font-size: %spt; font-weight: bold; border-bottom: 0.6pt solid black; }
                .reference { font-size: %spt; margin-top: 4pt; }
                .lined { display: inline-block; }
                .line { width: 40%%; margin: 1pt auto 0 auto; border-top: 0.6pt solid black; }
                .title { text-align: center; font-weight: bold; font-size: %spt; margin: 8pt 0 3pt 0; }
                .summary { text-align: center; font-weight: bold; font-size: %spt; margin-bottom: 10pt; }
                .grid { margin: 3pt 0 6pt 0; -fs-table-paginate: paginate; }
                .grid th, .grid td { border: 0.5pt solid black; padding: 1.5pt 3pt; vertical-align: top; white-space: pre-line; }
                .grid th { text-align: center; }
                .grid tr { page-break-inside: avoid; }
                .foot { page-break-inside: avoid; margin-top: 8pt; }
                .receivers { text-align: left; font-size: %spt; }
                .how { font-style: italic; font-size: %spt; }
                .name { margin-top: %spt; font-weight: bold; }
                """,
                measures.width(),
                measures.height(),
                measures.top(),
                measures.right(),
                measures.bottom(),
                measures.left(),
                measures.text(),
                measures.text(),
                measures.indent(),
                measures.gap(),
                measures.gap() / 2,
                measures.indent(),
                measures.gap() / 2,
                measures.names(),
                measures.motto(),
                measures.motto(),
                measures.title(),
                measures.title(),
                measures.text() - 2,
                measures.text() - 1,
                measures.text() * 3.2);
    }

    private void head(LetterHead head) {
        out.append("<table class=\"head\"><tr><td style=\"width: ")
                .append(measures.leftShare())
                .append("%\">");
        if (!head.parent().isEmpty()) {
            paragraph("names", Words.capitals(head.parent()));
        }
        boolean unit = !head.unit().isEmpty();
        if (unit) {
            bold("names", Words.capitals(head.agency()));
        }
        lined("names", Words.capitals(unit ? head.unit() : head.agency()));
        out.append("</td><td>");
        out.append("<p class=\"names\" style=\"white-space: nowrap\"><b>")
                .append(Words.NATION)
                .append("</b></p>");
        out.append("<p><span class=\"motto\">").append(Words.MOTTO).append("</span></p></td></tr></table>");
        out.append("<table class=\"head\"><tr><td style=\"width: ")
                .append(measures.leftShare())
                .append("%\">");
        if (!head.reference().isEmpty()) {
            paragraph("reference", head.reference());
        }
        if (!head.about().isEmpty()) {
            paragraph("names", Words.ABOUT + head.about());
        }
        if (!head.qr().isEmpty()) {
            out.append("<p><img style=\"width: 22mm; height: 22mm\" alt=\"QR\" src=\"")
                    .append(qrImage.apply(head.qr()))
                    .append("\"/></p>");
        }
        out.append("</td><td><p class=\"reference\"><i>")
                .append(Words.escaped(head.placeAndDay()))
                .append("</i></p></td></tr></table>");
    }

    private void part(LetterPart part) {
        if (part instanceof LetterPart.Bases bases) {
            Words.ended(bases.lines()).forEach(line -> paragraph("bases", line));
        } else if (part instanceof LetterPart.Text text) {
            paragraph("text", text.words());
        } else if (part instanceof LetterPart.Field field) {
            out.append("<p class=\"field\">")
                    .append(Words.escaped(field.label()))
                    .append(" <b>")
                    .append(whole(field.value()))
                    .append("</b></p>");
        } else if (part instanceof LetterPart.Table table) {
            table(table);
        }
    }

    private void table(LetterPart.Table table) {
        out.append("<table class=\"grid\"><thead><tr>");
        for (LetterColumn column : table.columns()) {
            out.append("<th style=\"width: ")
                    .append(column.width())
                    .append("%\">")
                    .append(Words.escaped(column.title()))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(table.columns().get(i).centred() ? "<td style=\"text-align: center\">" : "<td>")
                        .append(whole(row.get(i)))
                        .append("</td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void foot() {
        if (letter.signatures().isEmpty() && letter.receivers().isEmpty()) {
            return;
        }
        out.append("<table class=\"foot\"><tr>");
        if (letter.signatures().size() < 2) {
            out.append("<td class=\"receivers\" style=\"width: 50%; text-align: left\">");
            if (!letter.receivers().isEmpty()) {
                out.append("<p><b><i>").append(Words.RECEIVERS).append("</i></b></p>");
                Words.ended(letter.receivers()).forEach(line -> paragraph("receiver", "- " + line));
            }
            out.append("</td>");
        }
        letter.signatures().forEach(this::signature);
        out.append("</tr></table>");
    }

    private void signature(LetterSignature signature) {
        out.append("<td style=\"width: 50%\">");
        signature.capacity().forEach(line -> bold("capacity", line));
        if (!signature.how().isEmpty()) {
            paragraph("how", "(" + signature.how() + ")");
        }
        paragraph("name", signature.name());
        out.append("</td>");
    }

    /** Escaped, with dates that stay in one line: the press breaks lines at strokes. */
    private static String whole(String words) {
        return DATE.matcher(Words.escaped(words)).replaceAll("<span class=\"date\">$0</span>");
    }

    private void paragraph(String kind, String words) {
        out.append("<p class=\"")
                .append(kind)
                .append("\">")
                .append(whole(words).replace("\n", "<br/>"))
                .append("</p>");
    }

    private void bold(String kind, String words) {
        out.append("<p class=\"")
                .append(kind)
                .append("\"><b>")
                .append(Words.escaped(words))
                .append("</b></p>");
    }

    /** Bold, over a line of a third to half its length. */
    private void lined(String kind, String words) {
        out.append("<div class=\"")
                .append(kind)
                .append("\" style=\"text-align: center\"><div class=\"lined\"><b>")
                .append(Words.escaped(words))
                .append("</b><div class=\"line\"></div></div></div>");
    }
}
