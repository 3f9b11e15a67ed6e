package vn.kientao.reform.procedures.web.dossierimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.reform.procedures.app.dossierimport.DossierImports;
import vn.kientao.reform.procedures.app.dossierimport.MovedOnException;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;

/** What pages and REST routes of imports do alike: find the one an address names, take a file, undo. */
final class DossierImportFinder {
    /** A hundred thousand rows as a workbook or as CSV. */
    static final long MOST_BYTES = 64L << 20;

    private static final int LONGEST_NAME = 200;
    private static final TextBundle TEXTS = TextBundle.of(DossierImportFinder.class);

    private final DossierImports imports;

    DossierImportFinder(DossierImports imports) {
        this.imports = imports;
    }

    static LocalText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The import that the address names; those of other agencies are not there. */
    DossierImport find(Request request) {
        String id = request.pathValue("id");
        Optional<DossierImport> found = id.matches("[0-9]{1,18}")
                ? imports.find(Long.parseLong(id), request.agency().code())
                : Optional.empty();
        return found.orElseThrow(() -> new ProblemException(new Problem(
                404, "import-not-found", text("dossier-import.not-found"), text("dossier-import.not-found-help"))));
    }

    /** Keeps an uploaded file and begins its dry run. */
    DossierImport receive(Request request, Upload upload) {
        String name = upload.name();
        try (InputStream in = upload.open()) {
            return imports.receive(
                    in,
                    name.substring(Math.max(0, name.length() - LONGEST_NAME)),
                    upload.size(),
                    request.agency().code(),
                    request.actor().account());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the uploaded file", e);
        }
    }

    /** Begins to undo; 409 with the codes of dossiers that have moved on. */
    DossierImport undo(Request request) {
        try {
            return imports.undo(find(request), request.actor().account());
        } catch (MovedOnException e) {
            throw new ProblemException(new Problem(
                    409,
                    "dossiers-moved-on",
                    text("dossier-import.moved-on", String.join(", ", e.codes())),
                    text("dossier-import.moved-on-do")));
        }
    }

    /** A number of the address that says from where on; {@code otherwise} where it says nothing. */
    static long from(Request request, String parameter, long otherwise) {
        return request.query(parameter)
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }
}
