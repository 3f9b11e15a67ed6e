package vn.kientao.reform.procedures.domain.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws an internal procedure as SVG: a box for each step, one row for each distance from the first step, a line to each
 * step that may follow. All text is escaped; there is no script and no style.
 */
public final class WorkflowPicture {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 56;
    private static final int GAP_X = 24;
    private static final int GAP_Y = 40;
    private static final int MARGIN = 8;
    private static final int LONGEST = 26;

    private final List<WorkflowStep> steps;
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private int columns;
    private int rows;

    public WorkflowPicture(List<WorkflowStep> steps) {
        this.steps = List.copyOf(steps);
        place();
    }

    /** @param title its name for those who do not see it, already in the reader's language */
    public String svg(String title) {
        int width = MARGIN * 2 + columns * (WIDTH + GAP_X);
        int height = MARGIN * 2 + rows * (HEIGHT + GAP_Y);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" fill=\"none\" stroke=\"currentColor\"><title>")
                .append(escaped(title))
                .append("</title>");
        steps.forEach(step -> lines(svg, step));
        steps.forEach(step -> box(svg, step));
        return svg.append("</svg>").toString();
    }

    private void place() {
        Map<Integer, Integer> used = new HashMap<>();
        Map<String, Integer> distance = distances();
        int beyond =
                distance.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        for (WorkflowStep step : steps) {
            int row = distance.getOrDefault(step.key(), beyond);
            int column = used.merge(row, 1, Integer::sum) - 1;
            spots.putIfAbsent(step.key(), new Spot(MARGIN + column * (WIDTH + GAP_X), MARGIN + row * (HEIGHT + GAP_Y)));
            columns = Math.max(columns, column + 1);
            rows = Math.max(rows, row + 1);
        }
    }

    private Map<String, Integer> distances() {
        Map<String, Integer> distance = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        steps.stream().findFirst().ifPresent(first -> {
            distance.put(first.key(), 0);
            open.add(first.key());
        });
        while (!open.isEmpty()) {
            String key = open.remove();
            steps.stream()
                    .filter(step -> step.key().equals(key))
                    .flatMap(step -> step.next().stream())
                    .filter(next -> !distance.containsKey(next))
                    .forEach(next -> {
                        distance.put(next, distance.getOrDefault(key, 0) + 1);
                        open.add(next);
                    });
        }
        return distance;
    }

    private void lines(StringBuilder svg, WorkflowStep step) {
        Spot from = spots.getOrDefault(step.key(), new Spot(0, 0));
        for (String next : step.next()) {
            Spot to = spots.get(next);
            if (to != null && to.y() > from.y()) {
                line(svg, from.x() + WIDTH / 2, from.y() + HEIGHT, to.x() + WIDTH / 2, to.y());
            } else if (to != null) {
                line(svg, from.x() + WIDTH, from.y() + HEIGHT / 2, to.x() + WIDTH, to.y() + HEIGHT / 2 + GAP_X / 4);
            }
        }
    }

    private static void line(StringBuilder svg, int fromX, int fromY, int toX, int toY) {
        svg.append("<path d=\"M")
                .append(fromX)
                .append(' ')
                .append(fromY)
                .append(" L")
                .append(toX)
                .append(' ')
                .append(toY);
        svg.append("\"/><circle cx=\"")
                .append(toX)
                .append("\" cy=\"")
                .append(toY)
                .append("\" r=\"4\" fill=\"currentColor\"/>");
    }

    private void box(StringBuilder svg, WorkflowStep step) {
        Spot spot = spots.getOrDefault(step.key(), new Spot(0, 0));
        svg.append("<rect x=\"").append(spot.x()).append("\" y=\"").append(spot.y());
        svg.append("\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT);
        svg.append("\" rx=\"6\" stroke-width=\"").append(step.last() ? 3 : 1).append("\"/>");
        text(svg, spot.x(), spot.y() + 24, step.name());
        text(svg, spot.x(), spot.y() + 44, step.room());
    }

    private static void text(StringBuilder svg, int x, int y, String words) {
        String shown = words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
        svg.append("<text x=\"").append(x + 10).append("\" y=\"").append(y);
        svg.append("\" font-size=\"14\" fill=\"currentColor\" stroke=\"none\">")
                .append(escaped(shown))
                .append("</text>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private record Spot(int x, int y) {}
}
