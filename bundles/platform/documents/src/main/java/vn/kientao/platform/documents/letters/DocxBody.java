package vn.kientao.platform.documents.letters;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;

/**
 * The main part of a DOCX: what a letter says, in WordprocessingML (ECMA-376, part 1, 17). Lengths there are twentieths of a
 * point, sizes half points.
 */
final class DocxBody {
    private static final double TWIPS_PER_MILLIMETRE = 56.693;
    private static final int TWIPS_PER_POINT = 20;
    private static final int EMU_PER_MILLIMETRE = 36_000;
    private static final int QR_MILLIMETRES = 22;
    private static final int FIFTIETHS = 50;
    private static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
            + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

    private final Letter letter;
    private final Measures measures;

    DocxBody(Letter letter) {
        this.letter = letter;
        this.measures = Measures.of(letter.paper());
    }

    String xml() {
        StringBuilder out = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document ")
                .append(NAMESPACES)
                .append("><w:body>");
        head(out, letter.head());
        if (!letter.title().isEmpty()) {
            out.append(paragraph(
                    "<w:spacing w:before=\"240\" w:after=\"60\"/><w:jc w:val=\"center\"/>",
                    run(Words.capitals(letter.title()), measures.title(), "<w:b/>")));
        }
        if (!letter.summary().isEmpty()) {
            out.append(centred(run(letter.summary(), measures.title(), "<w:b/>")))
                    .append(line(measures.measure()));
        }
        letter.parts().forEach(part -> part(out, part));
        foot(out);
        return out.append(section()).append("</w:body></w:document>").toString();
    }

    /** Page size and margins; the number of a page stands in its header, but not on the first. */
    private String section() {
        return String.format(
                Locale.ROOT,
                "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>"
                        + "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"0\" "
                        + "w:gutter=\"0\"/><w:titlePg/></w:sectPr>",
                twips(measures.width()),
                twips(measures.height()),
                measures.width() > measures.height() ? " w:orient=\"landscape\"" : "",
                twips(measures.top()),
                twips(measures.right()),
                twips(measures.bottom()),
                twips(measures.left()),
                twips(measures.top() / 2.0));
    }

    private void head(StringBuilder out, LetterHead head) {
        int left = measures.measure() * measures.leftShare() / 100;
        int right = measures.measure() - left;
        StringBuilder issuer = new StringBuilder();
        if (!head.parent().isEmpty()) {
            issuer.append(centred(run(Words.capitals(head.parent()), measures.names(), "")));
        }
        issuer.append(centred(run(Words.capitals(head.agency()), measures.names(), "<w:b/>")));
        if (!head.unit().isEmpty()) {
            issuer.append(centred(run(Words.capitals(head.unit()), measures.names(), "<w:b/>")));
        }
        issuer.append(line(left));
        String nation = centred(run(Words.NATION, measures.names(), "<w:b/>"))
                + centred(run(Words.MOTTO, measures.motto(), "<w:b/><w:u w:val=\"single\"/>"));
        StringBuilder reference = new StringBuilder(centred(run(head.reference(), measures.motto(), "")));
        if (!head.about().isEmpty()) {
            reference.append(centred(run(Words.ABOUT + head.about(), measures.names(), "")));
        }
        if (!head.qr().isEmpty()) {
            reference.append(centred(picture()));
        }
        String day = centred(run(head.placeAndDay(), measures.motto(), "<w:i/>"));
        out.append(table(
                "",
                List.of(left, right),
                row(List.of(left, right), List.of(issuer.toString(), nation))
                        + row(List.of(left, right), List.of(reference.toString(), day))));
    }

    private void part(StringBuilder out, LetterPart part) {
        int gap = (int) (measures.gap() * TWIPS_PER_POINT);
        String indent = "<w:ind w:firstLine=\"" + twips(measures.indent()) + "\"/>";
        if (part instanceof LetterPart.Bases bases) {
            for (String words : Words.ended(bases.lines())) {
                out.append(paragraph(
                        spacing(gap) + indent + "<w:jc w:val=\"both\"/>", run(words, measures.text(), "<w:i/>")));
            }
        } else if (part instanceof LetterPart.Text text) {
            out.append(paragraph(
                    spacing(gap) + indent + "<w:jc w:val=\"both\"/>", run(text.words(), measures.text(), "")));
        } else if (part instanceof LetterPart.Field field) {
            out.append(paragraph(
                    spacing(gap / 2),
                    run(field.label() + " ", measures.text(), "") + run(field.value(), measures.text(), "<w:b/>")));
        } else if (part instanceof LetterPart.Table table) {
            out.append(grid(table)).append(paragraph(spacing(gap / 2), ""));
        }
    }

    private String grid(LetterPart.Table table) {
        List<Integer> widths = table.columns().stream()
                .map(column -> measures.measure() * column.width() / 100)
                .toList();
        StringBuilder rows = new StringBuilder("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int i = 0; i < widths.size(); i++) {
            LetterColumn column = table.columns().get(i);
            rows.append(cell(widths.get(i), centred(run(column.title(), measures.text(), "<w:b/>"))));
        }
        rows.append("</w:tr>");
        for (List<String> cells : table.rows()) {
            rows.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int i = 0; i < cells.size(); i++) {
                String words = run(cells.get(i), measures.text(), "");
                rows.append(cell(
                        widths.get(i),
                        table.columns().get(i).centred() ? centred(words) : paragraph(spacing(0), words)));
            }
            rows.append("</w:tr>");
        }
        return table(borders(), widths, rows.toString());
    }

    private void foot(StringBuilder out) {
        List<LetterSignature> signatures = letter.signatures();
        if (signatures.isEmpty() && letter.receivers().isEmpty()) {
            return;
        }
        int half = measures.measure() / 2;
        StringBuilder receivers = new StringBuilder();
        if (!letter.receivers().isEmpty()) {
            receivers.append(paragraph(spacing(0), run(Words.RECEIVERS, measures.text() - 1, "<w:b/><w:i/>")));
            for (String receiver : Words.ended(letter.receivers())) {
                receivers.append(paragraph(spacing(0), run("- " + receiver, measures.text() - 2, "")));
            }
        }
        String left = signatures.size() == 2 ? signature(signatures.get(0)) : filled(receivers.toString());
        String right = signatures.isEmpty() ? filled("") : signature(signatures.get(signatures.size() - 1));
        out.append(paragraph(spacing(0), ""))
                .append(table("", List.of(half, half), row(List.of(half, half), List.of(left, right))));
    }

    private String signature(LetterSignature signature) {
        String capacity = signature.capacity().stream()
                .map(words -> centred(run(words, measures.text(), "<w:b/>")))
                .collect(Collectors.joining());
        String how = signature.how().isEmpty()
                ? ""
                : centred(run("(" + signature.how() + ")", measures.text() - 1, "<w:i/>"));
        int room = (int) (measures.text() * 4 * TWIPS_PER_POINT);
        return capacity
                + how
                + paragraph(
                        "<w:spacing w:before=\"" + room + "\" w:after=\"0\"/><w:jc w:val=\"center\"/>",
                        run(signature.name(), measures.text(), "<w:b/>"));
    }

    /** A cell must hold at least one paragraph. */
    private static String filled(String content) {
        return content.isEmpty() ? paragraph(spacing(0), "") : content;
    }

    private static String table(String properties, List<Integer> widths, String rows) {
        String grid = widths.stream()
                .map(width -> "<w:gridCol w:w=\"" + twips(width) + "\"/>")
                .collect(Collectors.joining());
        return "<w:tbl><w:tblPr><w:tblW w:w=\"" + 100 * FIFTIETHS + "\" w:type=\"pct\"/>" + properties
                + "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>" + grid + "</w:tblGrid>" + rows + "</w:tbl>";
    }

    private static String borders() {
        return "<w:tblBorders>"
                + List.of("top", "left", "bottom", "right", "insideH", "insideV").stream()
                        .map(side -> "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>")
                        .collect(Collectors.joining())
                + "</w:tblBorders>";
    }

    private static String row(List<Integer> widths, List<String> contents) {
        StringBuilder row = new StringBuilder("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int i = 0; i < contents.size(); i++) {
            row.append(cell(widths.get(i), contents.get(i)));
        }
        return row.append("</w:tr>").toString();
    }

    private static String cell(int width, String content) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + twips(width) + "\" w:type=\"dxa\"/></w:tcPr>" + content + "</w:tc>";
    }

    private static String spacing(int after) {
        return "<w:spacing w:before=\"0\" w:after=\"" + after + "\"/>";
    }

    private static String centred(String runs) {
        return paragraph(spacing(0) + "<w:jc w:val=\"center\"/>", runs);
    }

    private static String paragraph(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    /** A line of about a third of the width it stands in. */
    private static String line(int width) {
        int side = twips(width) / 3;
        return "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
                + "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:left=\""
                + side
                + "\" w:right=\"" + side + "\"/></w:pPr></w:p>";
    }

    private static String run(String words, double points, String properties) {
        String size = String.valueOf(Math.round(points * 2));
        String text = Words.escaped(words).replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">");
        return "<w:r><w:rPr>" + properties + "<w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" + size
                + "\"/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String picture() {
        int side = QR_MILLIMETRES * EMU_PER_MILLIMETRE;
        return ("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%1$d\" cy=\"%1$d\"/>"
                        + "<wp:docPr id=\"1\" name=\"QR\" descr=\"QR\"/><a:graphic><a:graphicData "
                        + "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
                        + "<pic:cNvPr id=\"1\" name=\"QR\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId3\"/>"
                        + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                        + "<a:ext cx=\"%1$d\" cy=\"%1$d\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
                        + "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
                .formatted(side);
    }

    private static int twips(double millimetres) {
        return (int) Math.round(millimetres * TWIPS_PER_MILLIMETRE);
    }
}
