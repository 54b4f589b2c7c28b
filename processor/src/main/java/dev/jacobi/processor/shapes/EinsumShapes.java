package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Einstein's sum: an equation gives each dimension a letter. As in the runtime the dimensions under an ellipsis have
 * numbers, -1 for the last one.
 */
final class EinsumShapes {

    private static final String ELLIPSIS = "...";

    private final Operation op;
    private final Map<Integer, Dim> lengths = new HashMap<>();
    private final Map<Integer, Integer> owners = new HashMap<>();
    private int dots;

    private EinsumShapes(Operation op) {
        this.op = op;
    }

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, op -> new EinsumShapes(op).einsum(), "einsum");
    }

    private Extents einsum() {
        if (!(op.value(0) instanceof Value.Text text)) {
            return Extents.UNKNOWN;
        }
        String equation = text.value().replace(" ", "");
        int arrow = equation.indexOf("->");
        List<String> terms = List.of((arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1));
        String result = arrow < 0 ? implicit(terms) : equation.substring(arrow + 2);
        if (terms.size() != op.count() - 1 || !isPlain(terms) || !isPlain(List.of(result))) {
            return Extents.UNKNOWN; // the runtime says what is wrong with the equation
        }
        for (int i = 0; i < terms.size(); i++) {
            if (!isRead(i + 1, terms.get(i))) {
                return Extents.UNKNOWN;
            }
        }
        return result(result);
    }

    /** Letters, and one ellipsis at most. */
    private static boolean isPlain(List<String> terms) {
        return terms.stream().allMatch(term -> term.matches("[a-zA-Z]*(\\.\\.\\.)?[a-zA-Z]*"));
    }

    private boolean isRead(int operand, String term) {
        Extents shape = op.shape(operand);
        boolean ellipsis = term.contains(ELLIPSIS);
        int letters = ellipsis ? term.length() - ELLIPSIS.length() : term.length();
        if (ellipsis ? shape.hasLessThan(letters) : shape.isNotOf(letters)) {
            op.refuse("in the equation it has the indices " + term, operand);
            return false;
        }
        if (ellipsis && shape.open()) {
            return false;
        }
        int under = ellipsis ? shape.count() - letters : 0;
        dots = Math.max(dots, under);
        List<Integer> labels = labels(term, under);
        for (int i = 0; i < labels.size(); i++) {
            if (!isRead(operand, labels.get(i), shape.back(labels.size() - i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isRead(int operand, int label, Dim length) {
        Dim before = lengths.getOrDefault(label, Dim.one());
        if (Dim.cannotBroadcast(before, length)) {
            int owner = owners.getOrDefault(label, operand);
            String index = label < 0 ? "dimension " + label + " of the ellipsis" : "index " + (char) label;
            op.refuse(
                    owner == operand ? List.of(operand) : List.of(owner, operand),
                    index + " must have one length, " + Operation.not(before, length),
                    "");
            return false;
        }
        lengths.put(label, Dim.broadcast(before, length));
        owners.putIfAbsent(label, operand);
        return true;
    }

    private static List<Integer> labels(String term, int under) {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < term.length(); i++) {
            if (term.startsWith(ELLIPSIS, i)) {
                for (int k = under; k > 0; k--) {
                    labels.add(-k);
                }
                i += ELLIPSIS.length() - 1;
            } else {
                labels.add((int) term.charAt(i));
            }
        }
        return labels;
    }

    /** What is under an ellipsis, then the letters that occur once, in alphabetical order. */
    private static String implicit(List<String> terms) {
        String all = String.join("", terms);
        StringBuilder result = new StringBuilder(all.contains(ELLIPSIS) ? ELLIPSIS : "");
        TreeSet<Character> letters = new TreeSet<>();
        all.chars().filter(Character::isLetter).forEach(letter -> letters.add((char) letter));
        for (char letter : letters) {
            if (all.indexOf(letter) == all.lastIndexOf(letter)) {
                result.append(letter);
            }
        }
        return result.toString();
    }

    private Extents result(String term) {
        List<Dim> dims = new ArrayList<>();
        for (int label : labels(term, dots)) {
            Dim length = lengths.get(label);
            if (length == null) {
                return Extents.UNKNOWN;
            }
            dims.add(length);
        }
        return Extents.of(dims);
    }
}
