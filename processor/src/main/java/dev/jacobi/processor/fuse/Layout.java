package dev.jacobi.processor.fuse;

import dev.jacobi.processor.fuse.FusedLoop.Line;
import dev.jacobi.processor.fuse.FusedLoop.Pass;
import dev.jacobi.processor.fuse.FusedLoop.Place;
import dev.jacobi.processor.fuse.Node.Operand;
import dev.jacobi.processor.ir.NameSupply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays the operations of a loop out in passes: which stand together, which in others, and which arrays hold what. */
final class Layout {

    /** Beyond as many operations in its body, C2 gives up vectorising a loop. */
    private static final int BODY = 16;

    /**
     * The loop of a level that stands before the others and holds what chooses between values, as C2 doesn't vectorise
     * that.
     */
    private static final int CHOICES = -1;

    /** An operand in a text: names of variables may have such signs too, so all are replaced at once. */
    static final Pattern OPERAND = Pattern.compile("\\$(\\d+)");

    private final List<Node> nodes;
    private final NameSupply names;
    private final FusedLoop.Places places;

    /** @param nodes in an order in which each comes behind what it takes */
    Layout(List<Node> nodes, NameSupply names, FusedLoop.Places places) {
        this.nodes = nodes;
        this.names = names;
        this.places = places;
    }

    /** @param results what has to be in an array in the end */
    List<Pass> passes(Iterable<Node> results) {
        parts();
        inline();
        name();
        store(results);
        return ordered();
    }

    private void name() {
        for (Node node : nodes) {
            if (node.name.isEmpty() && !node.inline) {
                node.name = names.fresh(node.isPass() ? node.text : node.isTotal() ? "lanes" : "value");
            }
        }
    }

    /** An operation without a name of its own stands where its value is used, if that is one place of the same loop. */
    private void inline() {
        Map<Node, Integer> uses = new HashMap<>();
        for (Node node : nodes) {
            for (int i = 0; i < node.operands.size(); i++) {
                if (node.operands.get(i) instanceof Operand.Result r) {
                    boolean apart = node.isApartFrom(r.node());
                    int mentioned = node.text.split("\\$" + i, -1).length - 1;
                    uses.merge(r.node(), apart ? 2 : mentioned, Integer::sum);
                }
            }
        }
        for (Node node : nodes) {
            boolean line = node.kind.isLine() && !node.isNumber();
            node.inline = node.name.isEmpty() && line && uses.getOrDefault(node, 0) == 1;
        }
    }

    /** The loops of each level, of bounded length; totals are gathered where what they are made of is computed. */
    private void parts() {
        Map<Integer, Integer> lengths = new HashMap<>();
        for (Node node : nodes) {
            if (node.isTotal()) {
                node.part = node.operands.get(0) instanceof Operand.Result r ? r.node().part : 0;
            } else if (node.isChoice()) {
                node.part = CHOICES;
            } else if (!node.isPass() && !node.isNumber()) {
                int length = lengths.merge(node.level, 1, Integer::sum);
                node.part = (length - 1) / BODY;
            }
        }
    }

    private void store(Iterable<Node> results) {
        for (Node node : nodes) {
            node.stored |= node.isPass();
            for (Operand operand : node.operands) {
                if (operand instanceof Operand.Result r) {
                    boolean everywhere = r.node().isNumber() && !node.isPass();
                    r.node().stored |= !everywhere && node.isApartFrom(r.node());
                }
            }
        }
        results.forEach(node -> node.stored = true);
    }

    private List<Pass> ordered() {
        List<Pass> passes = new ArrayList<>();
        Set<Integer> levels = new TreeSet<>();
        nodes.forEach(node -> levels.add(node.level));
        for (int level : levels) {
            Set<Integer> parts = new TreeSet<>();
            for (Node node : nodes) {
                if (node.level == level && node.isPass()) {
                    passes.add(new Pass.Whole(
                            node.text, node.operands.stream().map(Layout::array).toList(), node.name, node.note));
                } else if (node.level == level && (!node.isNumber() || node.stored)) {
                    parts.add(node.part);
                }
            }
            for (int part : parts) {
                passes.add(lines(level, part));
            }
        }
        return passes;
    }

    private static String array(Operand operand) {
        return operand instanceof Operand.Result r
                ? r.node().name
                : operand instanceof Operand.Plain number
                        ? number.text()
                        : ((Operand.Element) operand).array().name();
    }

    private Pass lines(int level, int part) {
        List<Node> here = nodes.stream()
                .filter(node -> !node.isPass() && node.level == level && node.part == part)
                .filter(node -> !node.isNumber() || node.stored)
                .toList();
        Set<Node> known = new LinkedHashSet<>();
        for (Node node : here) {
            for (Operand operand : node.operands) {
                if (operand instanceof Operand.Result r && r.node().isNumber() && !r.node().stored) {
                    known.add(r.node());
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        known.forEach(node -> lines.add(line(node)));
        here.stream().filter(node -> !node.inline).forEach(node -> lines.add(line(node)));
        return new Pass.Lines(lines);
    }

    private Line line(Node node) {
        String text = text(node);
        if (node.total == null) {
            Place place = node.stored ? Place.STORED : Place.LOCAL;
            return new Line(node.name, place, text, node.note);
        }
        String lane = node.name + "[" + places.index() + "]";
        return switch (node.total.kind()) {
            case SUM, MEAN -> new Line(node.name, Place.ADDED, text, node.note);
            case MAX -> new Line(node.name, Place.STORED, "Math.max(" + lane + ", " + text + ")", node.note);
            case MIN -> new Line(node.name, Place.STORED, "Math.min(" + lane + ", " + text + ")", node.note);
        };
    }

    private String text(Node node) {
        return OPERAND.matcher(node.text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(text(node.operands.get(Integer.parseInt(found.group(1))))));
    }

    /** How a line names an operand. */
    private String text(Operand operand) {
        if (operand instanceof Operand.Plain number) {
            return number.text();
        }
        if (operand instanceof Operand.Result r && r.node().inline) {
            return "(" + text(r.node()) + ")";
        }
        boolean local = operand instanceof Operand.Result r && !r.node().stored;
        return local ? array(operand) : array(operand) + "[" + places.index() + "]";
    }
}
