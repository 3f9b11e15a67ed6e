package vn.kientao.platform.kernel.signature;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import vn.kientao.platform.api.module.ReleaseRefusedException;

/**
 * The two files in {@code META-INF} that are a signature; they alone are not covered by it.
 *
 * @param list entry that names what was signed ({@code .SF})
 * @param block entry with certificate and signature ({@code .EC}, {@code .RSA} or {@code .DSA})
 */
record SignatureFiles(String list, String block) {
    private static final String FOLDER = "META-INF/";
    private static final Set<String> BLOCKS = Set.of(".EC", ".RSA", ".DSA");

    /**
     * Finds them among the entries of a jar; empty when there is no trace of a signature.
     *
     * @throws ReleaseRefusedException when there is more than one signature, or only a half
     */
    static Optional<SignatureFiles> among(List<String> entries) {
        List<String> related = entries.stream().filter(SignatureFiles::related).toList();
        if (related.isEmpty()) {
            return Optional.empty();
        }
        List<String> lists =
                related.stream().filter(name -> ending(name).equals(".SF")).toList();
        List<String> blocks =
                related.stream().filter(name -> BLOCKS.contains(ending(name))).toList();
        if (lists.size() > 1 || blocks.size() > 1) {
            throw refuse("kernel.refused.several", String.join(", ", lists.size() > 1 ? lists : blocks));
        }
        if (lists.isEmpty() || blocks.isEmpty() || related.size() > 2 || !sameName(lists.get(0), blocks.get(0))) {
            throw refuse("kernel.refused.signature-incomplete", String.join(", ", related));
        }
        return Optional.of(new SignatureFiles(lists.get(0), blocks.get(0)));
    }

    /** Whether the signature covers an entry of this name. */
    static boolean covers(String entry) {
        return !entry.endsWith("/") && !entry.equals(JarFile.MANIFEST_NAME) && !related(entry);
    }

    /** Whether Java takes the entry for a part of a signature, which nobody signs. */
    private static boolean related(String entry) {
        String name = entry.toUpperCase(Locale.ROOT);
        if (!name.startsWith(FOLDER) || name.indexOf('/', FOLDER.length()) >= 0) {
            return false;
        }
        String ending = ending(name);
        return ending.equals(".SF") || BLOCKS.contains(ending) || name.startsWith("SIG-", FOLDER.length());
    }

    private static boolean sameName(String list, String block) {
        return stem(list).equals(stem(block));
    }

    private static String stem(String entry) {
        return entry.substring(0, entry.lastIndexOf('.')).toUpperCase(Locale.ROOT);
    }

    private static String ending(String entry) {
        return entry.substring(Math.max(0, entry.lastIndexOf('.'))).toUpperCase(Locale.ROOT);
    }
}
