package vn.kientao.reform.procedures.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.jobs.JobFailedException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.shell.ModuleCommand;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.dossierimport.DossierImporter;
import vn.kientao.reform.procedures.app.dossierimport.DossierImports;
import vn.kientao.reform.procedures.app.dossierimport.Progress;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.RowFault;

/** {@code dossier:import FILE --agency CODE [--commit] [--accepted-only]}: tries an import of dossiers, or commits it. */
@Component
public final class DossierImportCommand implements ModuleCommand {
    private static final String AGENCY = "--agency";
    private static final String COMMIT = "--commit";
    private static final String ACCEPTED_ONLY = "--accepted-only";
    private static final String USAGE = "FILE --agency CODE [--commit] [--accepted-only]";
    private static final int MOST_ERRORS = 20;

    private final DossierImports imports;
    private final DossierImporter importer;
    private final Agencies agencies;
    private final TextBundle bundle = TextBundle.of(DossierImportCommand.class);

    @Activate
    public DossierImportCommand(
            @Reference DossierImports imports, @Reference DossierImporter importer, @Reference Agencies agencies) {
        this.imports = imports;
        this.importer = importer;
        this.agencies = agencies;
    }

    @Override
    public String name() {
        return "dossier:import";
    }

    @Override
    public LocalText help() {
        return bundle.text("dossier-import.shell.help");
    }

    @Override
    public void run(List<String> arguments, PrintStream out, Actor by) {
        Wanted wanted = wanted(arguments);
        Texts texts = bundle.in(TextBundle.VIETNAMESE);
        DossierImport tried = tried(wanted, by);
        out.println(
                texts.get("dossier-import.shell.counts", "" + tried.fresh(), "" + tried.same(), "" + tried.refused()));
        imports.errors(tried.id(), -1, MOST_ERRORS).forEach(error -> out.println(line(error, texts)));
        if (!wanted.commit()) {
            imports.discard(tried.id());
            out.println(texts.get("dossier-import.shell.nothing-changed"));
            return;
        }
        try {
            DossierImport claimed = imports.claim(tried, wanted.acceptedOnly());
            importer.commit(claimed, by.account(), "shell", Progress.UNWATCHED);
            DossierImport done = imports.find(tried.id(), tried.agency()).orElseThrow();
            out.println(texts.get("dossier-import.shell.committed", "" + done.fresh(), "" + done.id()));
        } catch (JobFailedException e) {
            imports.discard(tried.id());
            throw new IllegalArgumentException(texts.get(e.reason()), e);
        }
    }

    private DossierImport tried(Wanted wanted, Actor by) {
        try (InputStream in = Files.newInputStream(wanted.file())) {
            DossierImport begun = imports.begin(
                    String.valueOf(wanted.file().getFileName()),
                    Files.size(wanted.file()),
                    wanted.agency(),
                    by.account());
            importer.check(begun, in, Progress.UNWATCHED);
            return imports.find(begun.id(), begun.agency()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + wanted.file(), e);
        }
    }

    private static String line(ImportErrorLine error, Texts texts) {
        return texts.get(
                "dossier-import.shell.error",
                "" + error.line(),
                error.field(),
                error.content(),
                texts.get(
                        RowFault.Reason.valueOf(error.reason()).key(),
                        error.arguments().toArray()));
    }

    /** What was typed. */
    private record Wanted(Path file, String agency, boolean commit, boolean acceptedOnly) {}

    private Wanted wanted(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean commit = rest.remove(COMMIT);
        boolean acceptedOnly = rest.remove(ACCEPTED_ONLY);
        int agency = rest.indexOf(AGENCY);
        if (rest.size() != 3 || agency < 0 || agency == 2) {
            throw new IllegalArgumentException(
                    name() + " " + String.join(" ", arguments) + " (expected: " + USAGE + ")");
        }
        String code = rest.get(agency + 1);
        if (agencies.find(code).isEmpty()) {
            throw new IllegalArgumentException("agency " + code + " (expected: a code of the register)");
        }
        Path file = Path.of(rest.get(agency == 0 ? 2 : 0));
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("cannot read " + file + " (expected: an XLSX or CSV file)");
        }
        return new Wanted(file, code, commit, acceptedOnly);
    }
}
