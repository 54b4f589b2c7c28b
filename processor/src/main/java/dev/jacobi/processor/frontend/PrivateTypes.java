package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * The private classes in the types of what a function works with. A derivative may have to keep any of these values,
 * and would have to name its type then.
 */
final class PrivateTypes {

    private final MemberReader members;
    private final Set<Element> seen = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private PrivateTypes(MemberReader members) {
        this.members = members;
    }

    /** @param header where the function's parameters stand */
    static List<Problem> check(Function function, Span header, MemberReader members) {
        PrivateTypes check = new PrivateTypes(members);
        for (Stmt statement : Walk.all(function.body())) {
            Walk.own(statement).forEach(check::expression);
        }
        if (function.result() != null) {
            check.expression(function.result());
        }
        for (Var parameter : function.parameters()) {
            check.type(parameter.type(), header);
        }
        return check.problems;
    }

    private void expression(Expr e) {
        type(e.type(), e.span());
        Walk.operands(e).forEach(this::expression);
    }

    private void type(Type type, Span span) {
        Type innermost = type instanceof Type.Array ? type.innermost() : type;
        Set<Element> hidden = innermost instanceof Type.Opaque opaque ? in(opaque.mirror()) : Set.of();
        for (Element e : hidden) {
            if (seen.add(e)) {
                problems.add(members.reach().unreachable(e, span));
            }
        }
    }

    /** The private classes that a type names, or that these stand in. */
    static Set<Element> in(TypeMirror type) {
        Set<Element> found = new LinkedHashSet<>();
        for (Element named : TypeReader.classesIn(type)) {
            for (Element e = named; e instanceof TypeElement; e = e.getEnclosingElement()) {
                if (e.getModifiers().contains(Modifier.PRIVATE)) {
                    found.add(e);
                }
            }
        }
        return found;
    }
}
