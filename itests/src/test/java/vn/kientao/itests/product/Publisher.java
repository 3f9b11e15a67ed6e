package vn.kientao.itests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody who makes modules: has a key and signs with it, by {@code ./kientao} as developers do. */
public final class Publisher {
    private static final String PASSWORD = "for-tests";

    private final Path folder;

    private Publisher(Path folder) {
        this.folder = folder;
    }

    /** Makes a new key. */
    public static Publisher withNewKey(String name) {
        try {
            Path folder = ProductFiles.target().resolve("publishers").resolve(name.replace(' ', '-'));
            ProductFiles.delete(folder);
            run("key", name, folder.toString());
            return new Publisher(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("No key for " + name, e);
        }
    }

    /** What administrators are given: the certificate, as a PEM file. */
    public Path certificate() {
        return folder.resolve("publisher.pem");
    }

    /** Signs a jar where it stands, and returns it. */
    public Path sign(Path jar) {
        try {
            run("sign", jar.toString(), "--key", folder.resolve("publisher.p12").toString());
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " is not signed", e);
        }
    }

    private static void run(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProductFiles.root().resolve("kientao").toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KIENTAO_KEY_PASSWORD", PASSWORD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + command, e);
        }
    }
}
