package vn.kientao.platform.api.shell;

import java.io.PrintStream;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;

/** A shell command of a module, such as {@code procedure:import}. Registered as a service; the platform's shell runs it. */
@ConsumerType
public interface ModuleCommand {

    /** {@code scope:verb}. */
    String name();

    /** One line of help: what it does and its arguments. */
    LocalText help();

    /**
     * Runs the command.
     *
     * @param arguments as typed, without the name
     * @param out where tables and progress go
     * @throws IllegalArgumentException when the arguments do not fit; the message is shown as it is
     */
    void run(List<String> arguments, PrintStream out, Actor by);
}
