package vn.kientao.platform.web.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The routes of one zone by segment. A word in a path goes before a value: {@code /new} before {@code /{code}}. */
public final class RouteTree {
    private final Node root = new Node();

    /** Adds the route; the one that stands at its path and method already is answered instead. */
    Optional<CompiledRoute> add(CompiledRoute route) {
        Node node = root;
        for (RoutePattern.Segment segment : route.pattern().segments()) {
            node = segment.value() ? node.valueChild() : node.wordChild(segment.word());
        }
        return Optional.ofNullable(node.methods.putIfAbsent(route.method(), route));
    }

    /** What stands at the path, whatever the method. */
    public Optional<Place> find(List<String> path) {
        List<String> values = new ArrayList<>(4);
        Node node = walk(root, path, 0, values);
        return node == null ? Optional.empty() : Optional.of(new Place(node.methods, List.copyOf(values)));
    }

    private static @Nullable Node walk(Node node, List<String> path, int depth, List<String> values) {
        if (depth == path.size()) {
            return node.methods.isEmpty() ? null : node;
        }
        String segment = path.get(depth);
        Node word = node.words.get(segment);
        if (word != null) {
            Node found = walk(word, path, depth + 1, values);
            if (found != null) {
                return found;
            }
        }
        if (node.value == null) {
            return null;
        }
        values.add(segment);
        Node found = walk(node.value, path, depth + 1, values);
        if (found == null) {
            values.remove(values.size() - 1);
        }
        return found;
    }

    /** A path that somebody declared, with the values that stand in the braces. */
    public record Place(Map<String, CompiledRoute> methods, List<String> values) {

        public Optional<CompiledRoute> route(String method) {
            return Optional.ofNullable(methods.get(method));
        }

        /** The value of the {@code Allow} header. */
        public String allow() {
            String declared = String.join(", ", methods.keySet());
            return (methods.containsKey("GET") ? declared + ", HEAD" : declared) + ", OPTIONS";
        }
    }

    private static final class Node {
        private final Map<String, Node> words = new HashMap<>();
        private final Map<String, CompiledRoute> methods = new TreeMap<>();
        private @Nullable Node value;

        Node wordChild(String word) {
            return words.computeIfAbsent(word, w -> new Node());
        }

        Node valueChild() {
            Node child = value;
            if (child == null) {
                child = new Node();
                value = child;
            }
            return child;
        }
    }
}
