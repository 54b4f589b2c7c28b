package dev.jacobi.processor.report;

import dev.jacobi.processor.backend.Listing;
import dev.jacobi.processor.diag.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The members of a generated class that derivative code is in, with their lines. */
final class Members {

    /** Members of a class are printed one level in, those of a nested class two. */
    private static final String INDENT = "    ";

    /** Members that compute a derivative even if that takes no statement. */
    private static final Set<String> WHOLE = Set.of("valueAndGradient", "valueAndJvp", "pullback");

    private static final Pattern CLASS = Pattern.compile("\\b(?:class|record) (\\w+)");
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(");

    private Members() {}

    /** One member, its lines without the class's indentation. */
    record Member(String name, List<Listing.Line> lines) {
        boolean isFrom(List<Origin> origins) {
            return lines.stream()
                    .anyMatch(line ->
                            line.role() != null && origins.contains(line.from().origin()));
        }
    }

    /** Those that say something about a method. */
    static List<Member> of(MethodFacts facts) {
        List<Member> members = new ArrayList<>();
        for (Member member : all(facts.listing())) {
            boolean derived = member.lines().stream().anyMatch(line -> line.role() != null)
                    || facts.others().isEmpty() && WHOLE.contains(member.name());
            boolean own = member.isFrom(List.of(facts.where().origin()));
            if (derived && (own || !member.isFrom(facts.others()))) {
                members.add(member);
            }
        }
        return inOrder(members);
    }

    /** A pullback's class, which has the backward sweep, stands behind the method that makes one. */
    private static List<Member> inOrder(List<Member> members) {
        List<Member> ordered = new ArrayList<>();
        for (Member member : members) {
            if (!ordered.contains(member)) {
                ordered.add(member);
            }
            for (Member other : members) {
                if (withoutNumber(other).equalsIgnoreCase(withoutNumber(member)) && !ordered.contains(other)) {
                    ordered.add(other);
                }
            }
        }
        return ordered;
    }

    /** Overloads tell their classes apart by a number. */
    private static String withoutNumber(Member member) {
        return member.name().replaceFirst("\\d+$", "");
    }

    /** A member ends with a brace that is indented as the member is. */
    private static List<Member> all(Listing listing) {
        List<Member> members = new ArrayList<>();
        List<Listing.Line> lines = new ArrayList<>();
        boolean inside = false;
        for (Listing.Line line : listing.lines()) {
            String text = line.text();
            boolean atMember = text.startsWith(INDENT) && !text.startsWith(INDENT + " ");
            boolean comment = text.strip().startsWith("*") || text.strip().startsWith("/*");
            if (!inside && atMember && !comment && !text.startsWith(INDENT + "@")) {
                inside = text.endsWith("{") || !text.endsWith(";") && !text.endsWith("}");
                lines.clear();
            }
            if (inside) {
                lines.add(new Listing.Line(shifted(text), line.role(), line.from()));
                if (text.equals(INDENT + "}")) {
                    members.add(new Member(name(lines.get(0).text()), withoutComments(lines)));
                    inside = false;
                }
            }
        }
        return members;
    }

    private static String shifted(String text) {
        return text.startsWith(INDENT) ? text.substring(INDENT.length()) : text;
    }

    private static String name(String header) {
        Matcher type = CLASS.matcher(header);
        if (type.find()) {
            return type.group(1);
        }
        Matcher method = METHOD.matcher(header);
        return method.find() ? method.group(1) : header.strip();
    }

    /** The Javadoc inside is for readers of the class. */
    private static List<Listing.Line> withoutComments(List<Listing.Line> lines) {
        List<Listing.Line> code = new ArrayList<>();
        boolean comment = false;
        for (Listing.Line line : lines) {
            String text = line.text().strip();
            comment |= text.startsWith("/**");
            if (!comment) {
                code.add(line);
            }
            comment &= !text.endsWith("*/");
        }
        return List.copyOf(code);
    }
}
