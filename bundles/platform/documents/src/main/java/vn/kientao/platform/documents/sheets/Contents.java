package vn.kientao.platform.documents.sheets;

import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * What a workbook says about itself.
 *
 * @param sheetPart the part that holds its first visible sheet
 * @param since1904 whether its days are counted from 1904, as old programs for the Macintosh did
 */
record Contents(String sheetPart, boolean since1904) {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    static Contents of(XlsxParts parts) throws IOException, XMLStreamException {
        Markup workbook = parts.part(WORKBOOK).orElseThrow(() -> Refusals.because("not-a-workbook"));
        boolean since1904 = false;
        Optional<String> sheet = Optional.empty();
        while (workbook.next()) {
            if (workbook.starts("workbookPr")) {
                String told = workbook.attribute("date1904").orElse("");
                since1904 = told.equals("1") || told.equals("true");
            } else if (workbook.starts("sheet") && sheet.isEmpty() && visible(workbook)) {
                sheet = workbook.attribute("id");
            }
        }
        return new Contents(part(parts, sheet.orElseThrow(() -> Refusals.because("not-a-workbook"))), since1904);
    }

    private static boolean visible(Markup workbook) {
        return workbook.attribute("state").orElse("visible").equals("visible");
    }

    private static String part(XlsxParts parts, String id) throws IOException, XMLStreamException {
        Markup relations = parts.part(RELATIONS).orElseThrow(() -> Refusals.because("not-a-workbook"));
        while (relations.next()) {
            if (relations.starts("Relationship")
                    && relations.attribute("Id").orElse("").equals(id)) {
                String target = relations.attribute("Target").orElse("");
                return target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        throw Refusals.because("not-a-workbook");
    }
}
