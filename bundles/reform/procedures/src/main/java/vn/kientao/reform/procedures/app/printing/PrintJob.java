package vn.kientao.reform.procedures.app.printing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.paper.PaperHead;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.domain.printing.PrintRun;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.catalogue.ImportFiles;
import vn.kientao.reform.procedures.store.printing.PrintRuns;

/**
 * Prints receipts part by part. Run again after a crash, it goes on with the first part that is not there; a receipt is
 * issued once, whoever prints it how often.
 */
@Component
public final class PrintJob implements JobType {
    static final String NAME = "procedures.print-receipts";

    private final Database database;
    private final Dossiers dossiers;
    private final Papers papers;
    private final Letters letters;
    private final Clock clock;
    private final PrintRuns runs = new PrintRuns();
    private final ImportFiles files = new ImportFiles(PrintRuns.FILES_OF);
    private final TextBundle texts = TextBundle.of(PrintJob.class);

    @Activate
    public PrintJob(
            @Reference Database database,
            @Reference Dossiers dossiers,
            @Reference Papers papers,
            @Reference Letters letters,
            @Reference Clock clock,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.dossiers = dossiers;
        this.papers = papers;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(JobContext context) {
        long id = Long.parseLong(context.payload());
        String agency = context.agency().orElseThrow();
        PrintRun run = database.read(handle -> runs.find(handle, agency, id))
                .orElseThrow(() -> new IllegalStateException("no receipts to print under " + id));
        int all = run.codes().size();
        for (int part = 1; part <= run.allParts(); part++) {
            int number = part;
            int before = (part - 1) * PrintRun.A_PART;
            context.progress(before, all, texts.text("printing.doing", Formats.number(before), Formats.number(all)));
            if (run.parts().stream().noneMatch(one -> one.number() == number)) {
                print(run, part);
            }
        }
        return "{\"receipts\":" + all + "}";
    }

    private void print(PrintRun run, int part) {
        Doer doer = doer(run);
        List<Letter> all = dossiers.all(run.agency(), run.of(part)).stream()
                .map(Dossiers.Followed::dossier)
                .map(dossier -> papers.issue(dossier, PaperKind.RECEIPT, head(run, dossier), doer)
                        .letter())
                .toList();
        if (all.isEmpty()) {
            // Each has gone into another agency's register meanwhile.
            return;
        }
        byte[] pdf = letters.pdf(all);
        long id = database.write(transaction -> runs.begin(transaction, run.id(), part, all.size()));
        try {
            files.keep(database, id, new ByteArrayInputStream(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a PDF in memory", e);
        }
        database.write(transaction -> {
            runs.end(transaction, id);
            return id;
        });
    }

    private static PaperHead head(PrintRun run, Dossier dossier) {
        String tracking = run.site() + "/track";
        return new PaperHead(
                run.parent(),
                run.agencyName(),
                tracking + "/" + dossier.code() + "?k=" + dossier.trackingKey(),
                tracking);
    }

    private Doer doer(PrintRun run) {
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), Formats.ZONE).truncatedTo(ChronoUnit.SECONDS);
        return new Doer(
                run.agency(),
                run.account(),
                run.who(),
                now,
                Optional.empty(),
                (action, type, id, detail) -> new AuditEntry(
                        run.account(), Optional.of(run.agency()), "procedures", action, type, id, detail, ""));
    }
}
