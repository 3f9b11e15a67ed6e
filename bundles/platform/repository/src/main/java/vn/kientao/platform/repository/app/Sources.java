package vn.kientao.platform.repository.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.module.Repositories.Source;
import vn.kientao.platform.api.outbound.OutboundHttp;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.repository.fetch.FolderLocation;
import vn.kientao.platform.repository.fetch.HttpLocation;
import vn.kientao.platform.repository.fetch.Location;
import vn.kientao.platform.repository.store.SourceRepository;

/** The sources that administrators have named. */
final class Sources {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final AuditTrail audit;
    private final OutboundHttp outbound;
    private final Clock clock;
    private final Sentences sentences;
    private final SourceRepository rows = new SourceRepository();

    Sources(Database database, AuditTrail audit, OutboundHttp outbound, Clock clock, Sentences sentences) {
        this.database = database;
        this.audit = audit;
        this.outbound = outbound;
        this.clock = clock;
        this.sentences = sentences;
    }

    List<Source> all() {
        return database.read(rows::all);
    }

    Optional<Source> find(String name) {
        return database.read(h -> rows.find(h, name));
    }

    Source named(String name) {
        return find(name).orElseThrow(() -> sentences.refuse("repository.unknown-source", name));
    }

    Source add(String name, String location, Actor by) {
        if (!NAME.matcher(name).matches()) {
            throw sentences.refuse("repository.bad-name", name);
        }
        Location unused = open(location);
        Source source = new Source(name, location, clock.instant(), by.account());
        try {
            return database.write(h -> {
                rows.add(h, source);
                audit.record(h, entry(by, "add", name, location));
                return source;
            });
        } catch (DatabaseException e) {
            throw e.duplicate() ? sentences.refuse(e, "repository.name-taken", name) : e;
        }
    }

    void remove(String name, Actor by) {
        database.write(h -> {
            boolean removed = rows.remove(h, name);
            if (removed) {
                audit.record(h, entry(by, "remove", name, ""));
            }
            return removed;
        });
    }

    void note(Actor by, String verb, String object, String detail) {
        AuditEntry entry = entry(by, verb, object, detail);
        database.write(h -> {
            audit.record(h, entry);
            return object;
        });
    }

    /** Where a location leads; refuses what is none. */
    Location open(String location) {
        String lower = location.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return new HttpLocation(address(location), PATIENCE, outbound);
        }
        try {
            Path folder = Path.of(location);
            if (folder.isAbsolute() && Files.isDirectory(folder)) {
                return new FolderLocation(folder);
            }
        } catch (InvalidPathException e) {
            throw sentences.refuse(e, "repository.bad-location", location);
        }
        throw sentences.refuse("repository.bad-location", location);
    }

    private URI address(String location) {
        try {
            URI address = new URI(location);
            if (address.getHost() == null || address.getUserInfo() != null || address.getQuery() != null) {
                throw sentences.refuse("repository.bad-location", location);
            }
            return address;
        } catch (URISyntaxException e) {
            throw sentences.refuse(e, "repository.bad-location", location);
        }
    }

    private static AuditEntry entry(Actor by, String verb, String object, String detail) {
        return new AuditEntry(
                by.account(),
                Optional.empty(),
                "repository",
                "repository." + verb,
                "source",
                object,
                detail,
                UUID.randomUUID().toString());
    }
}
