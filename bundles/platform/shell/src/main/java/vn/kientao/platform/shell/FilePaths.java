package vn.kientao.platform.shell;

import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Completes the path of a file on the server. */
@Service
public final class FilePaths implements Completer {
    private final Completer files = new FileCompleter();

    /** The file that was named, from the folder of the server's process or from its user's home. */
    static Path path(String file) {
        return file.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), file.substring(2))
                : Path.of(file).toAbsolutePath().normalize();
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return files.complete(session, line, candidates);
    }
}
