package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Version;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;

/**
 * Where modules come from (nguồn phân hệ): folders and addresses that hold a {@code catalogue.json} and module jars. Nothing
 * is asked of a source unless a person asks. Every change writes an audit entry; the caller has checked the permission.
 */
@ProviderType
public interface Repositories {

    /** The sources, in order of name. */
    List<Source> sources();

    /**
     * Adds a source.
     *
     * @param name 2 to 40 of a–z, 0–9 and hyphen
     * @param location an absolute folder of the server, or an {@code http} or {@code https} address of a folder
     * @throws RepositoryException when name or location will not do, or the name is taken
     */
    Source add(String name, String location, Actor by);

    /**
     * Forgets a source; does nothing when there is none of this name. Its files stay where they are, but those of an imported
     * bundle go.
     */
    void remove(String name, Actor by);

    /**
     * Reads the catalogue of a source and compares it with what is here.
     *
     * @throws RepositoryException when there is no such source, or its catalogue cannot be read
     */
    Catalogue check(String source);

    /**
     * An image that the catalogue of a source names; empty when it names none of this name.
     *
     * @param file one of {@link Offer#screenshots}
     * @throws RepositoryException as {@link #check}, or when the image cannot be read or has more than 2 MiB
     */
    Optional<byte[]> screenshot(String source, String file);

    /**
     * Fetches a jar, compares its SHA-256 with the catalogue's, and makes a plan of it.
     *
     * @throws RepositoryException when the source does not offer it, or delivers something else
     * @throws ReleaseRefusedException when the kernel refuses the jar; see {@link ModuleControl#plan}
     */
    Plan plan(String source, ModuleId module, Version version, Actor by);

    /**
     * Writes an offline bundle (gói ngoại tuyến): a zip file with a catalogue, the jars of the live releases, and their
     * screenshots.
     *
     * @param modules which modules; empty for all that serve
     * @throws RepositoryException when one of them does not serve
     */
    void exportBundle(OutputStream out, Set<ModuleId> modules, Actor by);

    /**
     * Unpacks an offline bundle into the data folder of this node and adds it as a source.
     *
     * @throws RepositoryException when it is none, or any jar in it does not have its catalogue's hash; nothing is kept
     */
    Source importBundle(InputStream zip, Actor by);

    /**
     * Writes {@code catalogue.json} for the module jars that stand in a folder.
     *
     * @return how many releases it lists
     * @throws RepositoryException when a jar is no module, or the folder cannot be written
     */
    int index(Path folder);

    /**
     * A place that offers modules.
     *
     * @param location as {@link #add} was given it
     */
    record Source(String name, String location, Instant addedAt, String addedBy) {
        public Source {
            requireNonNull(name, "name");
            requireNonNull(location, "location");
            requireNonNull(addedAt, "addedAt");
            requireNonNull(addedBy, "addedBy");
        }
    }

    /**
     * What a source offers, as it was read just now.
     *
     * @param offers by module and then newest first
     */
    record Catalogue(Source source, LocalText name, List<Offer> offers) {
        public Catalogue {
            requireNonNull(source, "source");
            requireNonNull(name, "name");
            offers = List.copyOf(offers);
        }

        /** What can be installed now. */
        public List<Offer> actionable() {
            return offers.stream()
                    .filter(offer -> offer.standing() == Standing.NEW || offer.standing() == Standing.UPDATE)
                    .toList();
        }

        /** What cannot be installed, each with the reason. */
        public List<Offer> blocked() {
            return offers.stream()
                    .filter(offer -> offer.standing() == Standing.BLOCKED)
                    .toList();
        }
    }

    /** How an offer stands to what is here. */
    enum Standing {
        /** The module is not here. */
        NEW,
        /** It is newer than what serves. */
        UPDATE,
        /** It is what serves. */
        LIVE,
        /** It cannot be installed; {@link Offer#obstacle} says why. */
        BLOCKED
    }

    /**
     * One release of one module. What the catalogue says is believed for the list only: a plan checks the jar itself.
     *
     * @param sha256 of the jar
     * @param bytes size of the jar
     * @param publisher whose key signed it, by the name under which it is trusted here, otherwise by its own; empty when
     *     unsigned
     * @param changelog what is new, one line an item
     * @param screenshots file names within the source
     * @param live the version that serves here
     * @param obstacle why it cannot be installed
     */
    record Offer(
            ModuleId module,
            Version version,
            LocalText name,
            LocalText description,
            String sha256,
            long bytes,
            String publisher,
            LocalText changelog,
            List<String> screenshots,
            Optional<Version> live,
            Standing standing,
            Optional<LocalText> obstacle) {
        public Offer {
            requireNonNull(module, "module");
            requireNonNull(version, "version");
            requireNonNull(name, "name");
            requireNonNull(description, "description");
            requireNonNull(sha256, "sha256");
            requireNonNull(publisher, "publisher");
            requireNonNull(changelog, "changelog");
            screenshots = List.copyOf(screenshots);
            requireNonNull(live, "live");
            requireNonNull(standing, "standing");
            requireNonNull(obstacle, "obstacle");
        }
    }
}
