package vn.kientao.platform.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditControl.Format;

/** Writes entries of the audit trail into a file, or the whole trail for the verifier. */
@Service
@Command(
        scope = "audit",
        name = "export",
        description = "Writes entries of the audit trail into a file",
        detailedDescription = "classpath:help/audit-export.txt")
public final class AuditExportCommand extends AuditSearch {

    @Argument(
            name = "FILE",
            description = "Path of the file to write, on the server",
            required = true,
            multiValued = true)
    private List<String> arguments;

    @Option(name = "--trail", description = "The whole trail, in the form that kientao audit-verify reads")
    private boolean whole;

    @Override
    void answer() throws Exception {
        Path file = FilePaths.path(argument(arguments));
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Format table = file.toString().endsWith(".xlsx") ? Format.XLSX : Format.CSV;
        Format format = whole ? Format.TRAIL : table;
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                trail.export(search(), format, out, Actor.system("shell"));
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailedException(say("shell.source.unwritable", file), e);
        } finally {
            Files.deleteIfExists(draft);
        }
        out().println(say("shell.audit.exported", file));
    }

    @Override
    boolean option(String word, Iterator<String> rest) {
        if (word.equals("--trail")) {
            whole = true;
            return true;
        }
        return super.option(word, rest);
    }
}
