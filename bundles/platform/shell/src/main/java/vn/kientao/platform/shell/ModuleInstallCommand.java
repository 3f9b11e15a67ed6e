package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.Strategy;

/** Installs a module from a file and puts it to work. */
@Service
@Command(
        scope = "module",
        name = "install",
        description = "Installs a module from a file and puts it to work",
        detailedDescription = "classpath:help/module-install.txt")
public final class ModuleInstallCommand extends StagedAnswer {

    @Argument(name = "FILE", description = "Path of the module jar, on the server", required = true, multiValued = true)
    @Completion(FilePaths.class)
    private List<String> arguments;

    @Override
    void answer() throws Exception {
        String file = argument(arguments);
        Strategy strategy = strategy();
        follow(read(file, jar -> control.rollOut(jar, strategy, SHELL)));
    }
}
