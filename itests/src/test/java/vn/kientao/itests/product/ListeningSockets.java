package vn.kientao.itests.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The TCP sockets on which a process listens, as the Linux kernel tells them. */
public final class ListeningSockets {

    private static final String LISTENING = "0A";

    private ListeningSockets() {}

    /** Returns {@code *:8181} for a socket open to every address, {@code 127.0.0.1:8101} for the machine's own. */
    public static List<String> of(long pid) throws IOException {
        Set<String> inodes = inodes(pid);
        List<String> sockets = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > 9 && fields[3].equals(LISTENING) && inodes.contains(fields[9])) {
                    sockets.add(address(fields[1]));
                }
            }
        }
        return sockets;
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return ""; // Closed since the folder was read.
        }
    }

    /** {@code 00000000:1FF5} and thirty-two noughts are every address; 127.0.0.1 is written backwards, also inside IPv6. */
    private static String address(String hex) {
        String host = hex.substring(0, hex.indexOf(':'));
        int port = Integer.parseInt(hex.substring(hex.indexOf(':') + 1), 16);
        if (host.matches("0+")) {
            return "*:" + port;
        }
        boolean loopback = host.endsWith("0100007F") || host.equals("00000000000000000000000001000000");
        return (loopback ? "127.0.0.1" : host) + ":" + port;
    }
}
