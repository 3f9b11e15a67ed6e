package vn.kientao.platform.documents.letters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.Documents;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.documents.QrSymbol;

/** Makes files of letters with the press of this bundle and a writer of its own. */
@Component
public final class LetterService implements Letters {
    private final Documents documents;

    @Activate
    public LetterService(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public byte[] pdf(List<Letter> letters) {
        List<byte[]> files = letters.stream().map(this::printed).toList();
        return switch (files.size()) {
            case 0 -> throw new IllegalArgumentException("no letter to print");
            case 1 -> files.get(0);
            default -> merged(files);
        };
    }

    @Override
    public byte[] docx(Letter letter) {
        String qr = letter.head().qr();
        return DocxFile.of(letter, qr.isEmpty() ? new byte[0] : QrSymbol.of(qr).png());
    }

    private byte[] printed(Letter letter) {
        return documents.pdf(new LetterMarkup(letter, documents::qrImage).xhtml());
    }

    private static byte[] merged(List<byte[]> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        PDFMergerUtility merger = new PDFMergerUtility();
        files.forEach(file -> merger.addSource(new RandomAccessReadBuffer(file)));
        merger.setDestinationStream(all);
        try {
            merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put PDFs together in memory", e);
        }
        return all.toByteArray();
    }
}
