package vn.kientao.platform.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Version;

/** How the sample module should stand, in the simplest words. Versions are {@code 1.n.0}, each higher than the last. */
final class Model {
    /** As many served versions as the platform keeps. */
    private static final int KEPT = 6;

    private int last;
    private String standard = "";
    private String canary = "";
    private String canaryAgency = "";
    private long rollout;
    private final Set<String> off = new HashSet<>();
    private final TreeSet<Version> served = new TreeSet<>(Comparator.reverseOrder());
    /** The last that began to serve first. */
    private final List<Version> lately = new ArrayList<>();

    String next() {
        last++;
        return "1." + last + ".0";
    }

    void serve(String version) {
        standard = version;
        canary = "";
        served.add(new Version(version));
        lately.remove(new Version(version));
        lately.add(0, new Version(version));
        prune();
    }

    void canary(String version, String agency) {
        canary = version;
        canaryAgency = agency;
    }

    void rollout(long id) {
        rollout = id;
    }

    long rollout() {
        return rollout;
    }

    void takenBack() {
        canary = "";
    }

    boolean mayRollBack() {
        return !canary.isEmpty() || (installed() && before().isPresent());
    }

    void rolledBack() {
        if (!canary.isEmpty()) {
            takenBack();
        } else {
            serve(before().orElseThrow().toString());
        }
    }

    void turn(boolean on, String agency) {
        if (on) {
            off.remove(agency);
        } else {
            off.add(agency);
        }
    }

    void uninstalled() {
        standard = "";
        prune();
    }

    boolean installed() {
        return !standard.isEmpty();
    }

    String canary() {
        return canary;
    }

    String canaryAgency() {
        return canaryAgency;
    }

    String expected(String agency) {
        if (!installed()) {
            return "unknown";
        }
        if (off.contains(agency)) {
            return "off";
        }
        return !canary.isEmpty() && canaryAgency.equals(agency) ? canary : standard;
    }

    int bundles() {
        return (installed() ? 1 : 0) + (canary.isEmpty() ? 0 : 1);
    }

    private Optional<Version> before() {
        Version live = new Version(standard);
        return lately.stream()
                .filter(version -> served.contains(version) && version.compareTo(live) < 0)
                .findFirst();
    }

    /** What is not among the highest served versions, and does not serve, is thrown away. */
    private void prune() {
        List<Version> kept = served.stream().limit(KEPT).toList();
        served.removeIf(
                version -> !kept.contains(version) && !version.toString().equals(standard));
    }

    @Override
    public String toString() {
        return "serving " + standard + ", canary " + canary + " for " + canaryAgency + ", off " + off + ", served "
                + served;
    }
}
