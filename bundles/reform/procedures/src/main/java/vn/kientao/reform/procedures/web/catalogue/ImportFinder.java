package vn.kientao.reform.procedures.web.catalogue;

import java.util.Optional;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.importing.CatalogueImports;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;

/** Finds the import that an address names; those of other agencies are not there. */
final class ImportFinder {
    private final CatalogueImports imports;
    private final TextBundle texts = TextBundle.of(ImportFinder.class);

    ImportFinder(CatalogueImports imports) {
        this.imports = imports;
    }

    CatalogueImport find(Request request) {
        String id = request.pathValue("id");
        Optional<CatalogueImport> found = id.matches("[0-9]{1,18}")
                ? imports.find(Long.parseLong(id), request.agency().code())
                : Optional.empty();
        return found.orElseThrow(() -> new ProblemException(new Problem(
                404,
                "import-not-found",
                texts.text("catalogue.import.not-found"),
                texts.text("catalogue.import.not-found-help"))));
    }
}
