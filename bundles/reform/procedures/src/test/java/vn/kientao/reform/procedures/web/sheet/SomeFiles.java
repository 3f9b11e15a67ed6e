package vn.kientao.reform.procedures.web.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.documents.tables.TableFileService;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;

/** The real press on a real database, and what stands in the files that leave it. */
public final class SomeFiles {
    private SomeFiles() {}

    public static TableFiles on(Database database, AuditTrail audit, ProcedureTables tables) {
        return new TableFiles(
                new TableFileService(
                        new SheetService(), new LetterService(new PaperService()), new NoAgencies(), database, audit),
                new Papers(database, audit, tables));
    }

    public static TableFiles on(Database database, AuditTrail audit, Migrations migrations) {
        return on(database, audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    public static byte[] bytes(Reply reply) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ((Reply.Download) reply).content().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Of a CSV file. */
    public static String text(Reply reply) {
        return new String(bytes(reply), StandardCharsets.UTF_8);
    }

    /** The words of a PDF, with single spaces. */
    public static String printed(Reply reply) {
        try (PDDocument document = Loader.loadPDF(bytes(reply))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
