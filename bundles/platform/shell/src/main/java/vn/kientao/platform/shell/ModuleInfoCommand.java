package vn.kientao.platform.shell;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.text.Formats;

/** Everything about one module. */
@Service
@Command(
        scope = "module",
        name = "info",
        description = "Shows one module: releases, permissions, agencies it is off for",
        detailedDescription = "classpath:help/module-info.txt")
public final class ModuleInfoCommand extends Answer {

    @Argument(name = "ID", description = "Module id", required = true, multiValued = true)
    @Completion(ModuleIds.class)
    private List<String> arguments;

    @Reference
    private Modules modules;

    @Override
    void answer() throws Exception {
        String id = argument(arguments);
        ModuleStatus module = modules.find(moduleId(id))
                .orElseThrow(() -> new CommandFailedException(say("shell.unknown-module", id)));
        if (json) {
            printJson(Json.module(module));
            return;
        }
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        add(table, "id", module.id().value());
        add(table, "name", words().get(module.name()));
        add(table, "state", say("shell.state." + module.state()));
        module.live().ifPresent(manifest -> describe(table, manifest));
        add(table, "since", module.liveSince().map(Formats::time).orElse("–"));
        add(table, "retained", joined(module.retained()));
        add(table, "off", joined(new TreeSet<>(module.off())));
        add(table, "problem", module.problem().map(words()::get).orElse("–"));
        print(table);
    }

    private void describe(ShellTable table, ModuleManifest manifest) {
        add(table, "description", words().get(manifest.description()));
        add(table, "version", manifest.version().toString());
        add(table, "api", manifest.api().toString());
        add(table, "areas", joined(new TreeSet<>(manifest.areas())));
        List<String> permissions = manifest.permissions().stream()
                .map(declared -> declared.permission() + " (" + joined(new TreeSet<>(declared.roles())) + ")")
                .toList();
        add(table, "permissions", joined(permissions));
    }

    private void add(ShellTable table, String key, String value) {
        table.addRow().addContent(say("shell.module." + key), value);
    }

    private static String joined(Collection<?> values) {
        return values.isEmpty() ? "–" : values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
