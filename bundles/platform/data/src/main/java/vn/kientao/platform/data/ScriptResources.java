package vn.kientao.platform.data;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.api.data.MigrationScripts.Script;

/** Hands scripts to Flyway, which would not find them in a bundle by itself. */
final class ScriptResources implements ResourceProvider {
    private final List<LoadableResource> resources;

    ScriptResources(List<Script> scripts, Dialect dialect) {
        this.resources = scripts.stream()
                .<LoadableResource>map(script -> new ScriptResource(script, dialect))
                .toList();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return resources.stream()
                .filter(resource -> resource.getFilename().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return resources.stream()
                .filter(resource -> resource.getFilename().startsWith(prefix))
                .filter(resource -> List.of(suffixes).stream()
                        .anyMatch(suffix -> resource.getFilename().endsWith(suffix)))
                .toList();
    }

    private static final class ScriptResource extends LoadableResource {
        private final Script script;
        private final Dialect dialect;

        ScriptResource(Script script, Dialect dialect) {
            this.script = script;
            this.dialect = dialect;
        }

        @Override
        public Reader read() {
            return new StringReader(AgencyWall.built(script.name(), script.sql(), dialect));
        }

        @Override
        public String getAbsolutePath() {
            return script.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.name();
        }

        @Override
        public String getFilename() {
            return script.name();
        }

        @Override
        public String getRelativePath() {
            return script.name();
        }
    }
}
