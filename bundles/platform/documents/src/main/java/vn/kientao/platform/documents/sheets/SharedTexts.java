package vn.kientao.platform.documents.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The texts that the cells of a workbook point to by number. */
record SharedTexts(List<String> texts) {
    private static final int COST_OF_ONE = 24;

    /** @param mostCharacters of all together; each text counts a little more, for the room that an empty one takes */
    static SharedTexts of(Markup part, long mostCharacters) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        long length = 0;
        while (part.next()) {
            if (part.starts("si")) {
                String text = text(part);
                length += text.length() + COST_OF_ONE;
                if (length > mostCharacters) {
                    throw Refusals.over("shared", mostCharacters);
                }
                texts.add(text);
            }
        }
        return new SharedTexts(texts);
    }

    /** The pieces of a text, without the reading aid of East Asian scripts. */
    static String text(Markup part) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (part.next() && !part.ends("si") && !part.ends("is")) {
            if (part.starts("t")) {
                String piece = part.text();
                CellText.roomIn(text, piece.length());
                text.append(piece);
            } else if (part.starts("rPh")) {
                part.text();
            }
        }
        return text.toString();
    }

    Optional<String> at(String index) {
        int number = Digits.of(index);
        return number != Digits.NONE && number < texts.size() ? Optional.of(texts.get(number)) : Optional.empty();
    }
}
