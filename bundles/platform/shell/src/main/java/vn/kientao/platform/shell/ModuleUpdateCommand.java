package vn.kientao.platform.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.kientao.platform.api.module.Strategy;

/** Updates a module from a file; nobody loses a request. */
@Service
@Command(
        scope = "module",
        name = "update",
        description = "Updates a module from a file; nobody loses a request",
        detailedDescription = "classpath:help/module-update.txt")
public final class ModuleUpdateCommand extends StagedAnswer {

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
