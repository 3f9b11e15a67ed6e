package vn.kientao.platform.web.route;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Handler;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.UploadKind;

/** One declared route. It is described further while its owner declares it, and not afterwards. */
public final class CompiledRoute implements Routes.Route {
    private final RouteOwner owner;
    private final Zone zone;
    private final String method;
    private final RoutePattern pattern;
    private final Permission permission;
    private final Handler handler;
    private final String name;

    private Optional<MenuMark> menu = Optional.empty();
    private Optional<String> summary = Optional.empty();
    private Optional<Class<?>> accepts = Optional.empty();
    private Optional<Class<?>> returns = Optional.empty();
    private List<String> query = List.of();
    private long mostUploadBytes;
    private boolean stepUp;
    private boolean versioned;
    private Set<UploadKind> uploadKinds = Set.of();
    private boolean refusedFiles;

    CompiledRoute(
            RouteOwner owner, Zone zone, String method, RoutePattern pattern, Permission permission, Handler handler) {
        this.owner = requireNonNull(owner, "owner");
        this.zone = requireNonNull(zone, "zone");
        this.method = requireNonNull(method, "method");
        this.pattern = requireNonNull(pattern, "pattern");
        this.permission = requireNonNull(permission, "permission");
        this.handler = requireNonNull(handler, "handler");
        this.name = method + " " + zone.prefix() + pattern.text();
    }

    /** How the route stands in the menu. */
    public record MenuMark(String textKey, String icon, int order) {}

    @Override
    public CompiledRoute menu(String textKey, String icon, int order) {
        menu = Optional.of(new MenuMark(textKey, icon, order));
        return this;
    }

    @Override
    public CompiledRoute summary(String textKey) {
        summary = Optional.of(textKey);
        return this;
    }

    @Override
    public CompiledRoute query(String... names) {
        query = List.of(names);
        return this;
    }

    @Override
    public CompiledRoute accepts(Class<?> body) {
        accepts = Optional.of(body);
        return this;
    }

    @Override
    public CompiledRoute returns(Class<?> body) {
        returns = Optional.of(body);
        return this;
    }

    @Override
    public CompiledRoute uploads(long mostBytes, UploadKind... kinds) {
        if (mostBytes < 1) {
            throw new IllegalArgumentException("uploads of " + pattern.text() + ": " + mostBytes + " (expected: >= 1)");
        }
        mostUploadBytes = mostBytes;
        uploadKinds = kinds.length == 0 ? EnumSet.allOf(UploadKind.class) : Set.of(kinds);
        return this;
    }

    @Override
    public CompiledRoute showsRefusedFiles() {
        refusedFiles = true;
        return this;
    }

    /** Whether its handler answers also when a file is refused. */
    public boolean answersRefusedFiles() {
        return refusedFiles;
    }

    @Override
    public CompiledRoute stepUp() {
        stepUp = true;
        return this;
    }

    @Override
    public CompiledRoute versioned() {
        if (!forPrograms()) {
            throw new IllegalArgumentException("versioned: " + pattern.text() + " (expected: a route for programs)");
        }
        versioned = true;
        return this;
    }

    /** Whether it is about one record whose version programs name. */
    public boolean isVersioned() {
        return versioned;
    }

    /** Whether it asks for a fresh proof of the person. */
    public boolean asksForProof() {
        return stepUp;
    }

    /** Method, zone and path template, such as {@code GET /public/dossiers/{id}}; the same in every release that has it. */
    public String name() {
        return name;
    }

    public RouteOwner owner() {
        return owner;
    }

    public Zone zone() {
        return zone;
    }

    public String method() {
        return method;
    }

    /** The path as declared, below the zone and module. */
    public String path() {
        return pattern.text();
    }

    RoutePattern pattern() {
        return pattern;
    }

    /** The names in braces, in order. */
    public List<String> names() {
        return pattern.names();
    }

    /** Whether it belongs to the agency in its address. */
    public boolean ofAgency() {
        return zone.ofAgency() || (zone == Zone.PLATFORM && pattern.beginsWithAgency());
    }

    /** Whether it answers programs with JSON, also when something goes wrong. */
    public boolean forPrograms() {
        return zone.forPrograms() || pattern.text().startsWith("/api/");
    }

    public Permission permission() {
        return permission;
    }

    public Handler handler() {
        return handler;
    }

    public Optional<MenuMark> menu() {
        return menu;
    }

    public Optional<String> summary() {
        return summary;
    }

    public List<String> query() {
        return query;
    }

    public Optional<Class<?>> accepts() {
        return accepts;
    }

    public Optional<Class<?>> returns() {
        return returns;
    }

    /** Bytes of files it takes in all; 0 when it takes none. */
    public long mostUploadBytes() {
        return mostUploadBytes;
    }

    /** What the files it takes may be. */
    public Set<UploadKind> uploadKinds() {
        return uploadKinds;
    }

    @Override
    public String toString() {
        return method + " " + pattern.text() + " (" + zone + " of " + owner.id() + ")";
    }
}
