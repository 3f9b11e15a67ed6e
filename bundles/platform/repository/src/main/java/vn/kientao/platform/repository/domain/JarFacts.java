package vn.kientao.platform.repository.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.repository.domain.CatalogueFile.Entry;
import vn.kientao.platform.repository.domain.CatalogueFile.Words;

/**
 * What a module jar says of itself, for a catalogue: its {@code Kientao-*} headers, {@code META-INF/CHANGELOG.md} (and
 * {@code CHANGELOG_en.md}), the images under {@code META-INF/screenshots}, and who signed it. Whether any of it is to be
 * believed is for the kernel to say.
 */
public final class JarFacts {
    private static final String SCREENSHOTS = "META-INF/screenshots/";
    private static final Pattern IMAGE = Pattern.compile("META-INF/screenshots/[A-Za-z0-9_-]{1,80}\\.(?:png|jpg|webp)");
    /** The signature's own files stand here; they carry none. */
    private static final Pattern BESIDE = Pattern.compile("META-INF/[^/]*");

    private static final Pattern WORD = Pattern.compile("\\b(vi|en)\\s*=\\s*\"([^\"]*)\"");
    private static final int MOST_CHANGELOG = 256 * 1024;
    private static final long MOST_IMAGE = 2L << 20;
    private static final int MOST_IMAGES = 8;

    private final Path jar;
    private final Attributes headers;
    private final Words changelog;
    private final List<String> images;
    private final Optional<X509Certificate> signer;

    private JarFacts(
            Path jar, Attributes headers, Words changelog, List<String> images, Optional<X509Certificate> signer) {
        this.jar = jar;
        this.headers = headers;
        this.changelog = changelog;
        this.images = images;
        this.signer = signer;
    }

    /**
     * Reads a jar.
     *
     * @throws IllegalArgumentException when it is no module
     * @throws IOException when it cannot be read, or its content is not what was signed
     */
    public static JarFacts read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            Manifest manifest = file.getManifest();
            if (manifest == null || manifest.getMainAttributes().getValue("Kientao-Module") == null) {
                throw new IllegalArgumentException(jar.getFileName() + " is no module (expected: Kientao-Module)");
            }
            Attributes headers = manifest.getMainAttributes();
            String version = header(headers, "Bundle-Version");
            String vietnamese = section(file, "META-INF/CHANGELOG.md", version);
            String english = section(file, "META-INF/CHANGELOG_en.md", version);
            List<String> images = Collections.list(file.entries()).stream()
                    .filter(entry -> IMAGE.matcher(entry.getName()).matches() && entry.getSize() <= MOST_IMAGE)
                    .map(entry -> entry.getName().substring(SCREENSHOTS.length()))
                    .sorted()
                    .limit(MOST_IMAGES)
                    .toList();
            Words changelog = new Words(vietnamese, english.isEmpty() ? vietnamese : english);
            return new JarFacts(jar, headers, changelog, images, signer(file));
        } catch (SecurityException e) {
            throw new IOException(jar.getFileName() + " is not what was signed: " + e.getMessage(), e);
        }
    }

    /** The jar as a catalogue lists it, with the images in {@link #imageFolder}. */
    public Entry entry(String fileName) throws IOException {
        Words name = words(header(headers, "Kientao-Name"));
        String description = headers.getValue("Kientao-Description");
        String folder = imageFolder();
        return new Entry(
                header(headers, "Kientao-Module"),
                header(headers, "Bundle-Version"),
                name,
                description == null ? null : words(description),
                fileName,
                sha256(jar),
                Files.size(jar),
                header(headers, "Kientao-Api"),
                signer.map(JarFacts::commonName).orElse(null),
                signer.map(JarFacts::fingerprint).orElse(null),
                changelog.vi().isEmpty() ? null : changelog,
                images.stream().map(image -> folder + image).toList());
    }

    /** The file name under which it stands in a catalogue's folder. */
    public String fileName() {
        return header(headers, "Kientao-Module") + "-" + header(headers, "Bundle-Version") + ".jar";
    }

    public String imageFolder() {
        return "screenshots/" + header(headers, "Kientao-Module") + "-" + header(headers, "Bundle-Version") + "/";
    }

    /** Names of the images, without folder. */
    public List<String> images() {
        return images;
    }

    /** Writes an image. */
    public void copyImage(String image, OutputStream out) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false);
                InputStream in = file.getInputStream(file.getJarEntry(SCREENSHOTS + image))) {
            in.transferTo(out);
        }
    }

    public static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String header(Attributes headers, String name) {
        String value = headers.getValue(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("no header " + name + " (expected in every module)");
        }
        return value.strip();
    }

    private static Words words(String header) {
        String vietnamese = "";
        String english = null;
        Matcher word = WORD.matcher(header);
        while (word.find()) {
            if (word.group(1).equals("vi")) {
                vietnamese = Folding.nfc(word.group(2));
            } else {
                english = Folding.nfc(word.group(2));
            }
        }
        if (vietnamese.isBlank()) {
            throw new IllegalArgumentException("'" + header + "' (expected: vi=\"…\", en=\"…\")");
        }
        return new Words(vietnamese, english);
    }

    /** The items below the heading of a version, one a line. */
    private static String section(JarFile file, String name, String version) throws IOException {
        JarEntry entry = file.getJarEntry(name);
        if (entry == null) {
            return "";
        }
        List<String> items = new ArrayList<>();
        boolean inside = false;
        try (InputStream in = file.getInputStream(entry)) {
            String text = new String(in.readNBytes(MOST_CHANGELOG), StandardCharsets.UTF_8);
            for (String line : text.lines().map(String::strip).toList()) {
                if (line.startsWith("## ")) {
                    inside = line.replaceAll("[\\[\\]]", "").matches("##\\s+" + Pattern.quote(version) + "(?:\\s.*)?");
                } else if (inside && (line.startsWith("- ") || line.startsWith("* "))) {
                    items.add(Folding.nfc(line.substring(2).strip()));
                }
            }
        }
        return String.join("\n", items);
    }

    /** Whose key signed every entry; reading an entry to its end is what makes Java check it. */
    private static Optional<X509Certificate> signer(JarFile file) throws IOException {
        Optional<X509Certificate> signer = Optional.empty();
        for (JarEntry entry : Collections.list(file.entries())) {
            if (entry.isDirectory() || BESIDE.matcher(entry.getName()).matches()) {
                continue;
            }
            try (InputStream in = file.getInputStream(entry)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            CodeSigner[] signers = entry.getCodeSigners();
            if (signers == null || signers.length == 0) {
                return Optional.empty();
            }
            Certificate certificate =
                    signers[0].getSignerCertPath().getCertificates().get(0);
            if (certificate instanceof X509Certificate known) {
                signer = Optional.of(known);
            }
        }
        return signer;
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(digest().digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
    }

    private static String commonName(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> Folding.nfc(String.valueOf(part.getValue())))
                            .findFirst()
                            .orElse(subject);
        } catch (InvalidNameException e) {
            return subject;
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
