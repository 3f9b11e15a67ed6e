package vn.kientao.platform.kernel.signature;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseBecause;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.ReleaseRefusedException;

/**
 * A jar with a signature, read as Java reads signed jars and more strictly: everything in it is signed, by one and the
 * same certificate, and nothing was added, changed or taken away.
 */
final class SignedJar {
    private static final List<String> DIGESTS = List.of("SHA-512", "SHA-384", "SHA-256");
    private static final String DIGEST = "-Digest";
    private static final String OF_MANIFEST = "-Digest-Manifest";

    private final Set<String> covered;
    private final SignatureFiles files;
    private final byte[] manifestBytes;
    private final Manifest manifest;
    private final Manifest list;

    private SignedJar(ZipFile zip, List<String> names, SignatureFiles files) throws IOException {
        this.covered = names.stream().filter(SignatureFiles::covers).collect(Collectors.toSet());
        this.files = files;
        this.manifestBytes = bytes(zip, JarFile.MANIFEST_NAME);
        this.manifest = new Manifest(new ByteArrayInputStream(manifestBytes));
        this.list = list(bytes(zip, files.list()), files.list());
    }

    private static Manifest list(byte[] bytes, String name) {
        try {
            return new Manifest(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw refuseBecause(e, "kernel.refused.signature-broken", name);
        }
    }

    /**
     * The certificate that the whole jar is signed with; empty when nobody has signed it. Neither trust nor dates have
     * been looked at.
     *
     * @throws ReleaseRefusedException when there is a signature and anything is wrong with it
     */
    static Optional<X509Certificate> signer(Path file) throws IOException {
        SignedJar signed;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            Optional<SignatureFiles> files = SignatureFiles.among(names);
            if (files.isEmpty()) {
                return Optional.empty();
            }
            signed = new SignedJar(zip, names, files.get());
            Weakness.refuse(bytes(zip, files.get().block()), files.get().block());
        }
        signed.refuseAddedOrRemoved();
        signed.refuseOtherManifest();
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            return Optional.of(signed.signer(jar));
        }
    }

    private void refuseAddedOrRemoved() {
        Map<String, Attributes> sections = manifest.getEntries();
        for (String name : covered) {
            Attributes section = sections.get(name);
            if (section == null) {
                throw refuse("kernel.refused.added", name);
            }
            if (strongDigest(section, DIGEST).isEmpty()) {
                throw refuse("kernel.refused.weak", digestNames(section));
            }
        }
        sections.forEach((name, section) -> {
            if (!covered.contains(name) && strongDigest(section, DIGEST).isPresent()) {
                throw refuse("kernel.refused.removed", name);
            }
        });
    }

    /** Java alone would be content with the digest of each section. */
    private void refuseOtherManifest() {
        Attributes main = list.getMainAttributes();
        String algorithm =
                strongDigest(main, OF_MANIFEST).orElseThrow(() -> refuse("kernel.refused.weak", digestNames(main)));
        String actual = Base64.getEncoder().encodeToString(digest(algorithm).digest(manifestBytes));
        if (!actual.equals(main.getValue(algorithm + OF_MANIFEST))) {
            throw refuse("kernel.refused.altered", JarFile.MANIFEST_NAME);
        }
    }

    private X509Certificate signer(JarFile jar) throws IOException {
        refuseBrokenSignature(jar);
        @Nullable X509Certificate signer = null;
        for (String name : covered) {
            X509Certificate certificate = signer(jar, name);
            if (signer != null && !signer.equals(certificate)) {
                throw refuse("kernel.refused.several", name);
            }
            signer = certificate;
        }
        if (signer == null) {
            throw refuse("kernel.refused.empty");
        }
        return signer;
    }

    /** Java looks at the signature itself when the first entry is opened, whichever that is. */
    private void refuseBrokenSignature(JarFile jar) throws IOException {
        try {
            jar.getInputStream(jar.getEntry(JarFile.MANIFEST_NAME)).close();
        } catch (SecurityException e) {
            throw refuseBecause(e, "kernel.refused.signature-broken", files.block());
        }
    }

    private X509Certificate signer(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException e) {
            throw refuseBecause(e, "kernel.refused.altered", name);
        }
        CodeSigner @Nullable [] signers = entry.getCodeSigners();
        if (signers == null) {
            // Java counts what it cannot verify as unsigned.
            throw list.getEntries().containsKey(name)
                    ? refuse("kernel.refused.signature-broken", files.block())
                    : refuse("kernel.refused.added", name);
        }
        if (signers.length != 1) {
            throw refuse("kernel.refused.several", name);
        }
        return (X509Certificate)
                signers[0].getSignerCertPath().getCertificates().get(0);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static Optional<String> strongDigest(Attributes attributes, String ending) {
        return DIGESTS.stream()
                .filter(algorithm -> attributes.getValue(algorithm + ending) != null)
                .findFirst();
    }

    /** The algorithms of the digests that are there, such as {@code SHA1}. */
    private static String digestNames(Attributes attributes) {
        String names = attributes.keySet().stream()
                .map(Object::toString)
                .filter(name -> name.contains(DIGEST))
                .map(name -> name.substring(0, name.indexOf(DIGEST)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
