package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a function uses of the variables that it sees. */
final class Captures {

    private final Typer typer;

    Captures(Typer typer) {
        this.typer = typer;
    }

    /** The variables and functions that a function uses, by name. */
    record Used(
            SortedMap<String, Frame.Local> locals,
            SortedMap<String, Closure> closures,
            SortedMap<String, Choice> choices) {}

    Used of(Closure closure) {
        Used used = new Used(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (String name : names(closure.code(), closure.scope())) {
            keep(name, closure, used);
        }
        return used;
    }

    /** Whether a function uses nothing but what it is given. */
    boolean isAlone(Closure closure) {
        Used used = of(closure);
        return used.locals().isEmpty()
                && used.closures().isEmpty()
                && used.choices().isEmpty();
    }

    private static void keep(String name, Closure closure, Used used) {
        Frame.Local local = closure.locals().get(name);
        Closure function = closure.closures().get(name);
        Choice choice = closure.choices().get(name);
        if (local != null) {
            used.locals().put(name, local);
        }
        if (function != null) {
            used.closures().put(name, function);
        }
        if (choice != null) {
            used.choices().put(name, choice);
            choice.slots().forEach(slot -> keep(slot, closure, used));
        }
    }

    /** The names under which a frame knows what a function's code may use. */
    private Set<String> names(Expression code, Scope scope) {
        Set<String> names = new LinkedHashSet<>();
        collect(code, scope, names);
        return names;
    }

    private void collect(Node node, Scope scope, Set<String> names) {
        if (node instanceof NameExpr name) {
            named(name, scope, names);
        }
        if (node instanceof TypeExpr type) {
            names.add(type.getTypeAsString());
        }
        boolean self = node instanceof ThisExpr
                || node instanceof SuperExpr
                || node instanceof MethodCallExpr call && call.getScope().isEmpty() && isOfObject(call, scope);
        if (self) {
            names.add(Frame.THIS);
        }
        // A copy, as finding out what a name means may type the code, which adds to it.
        List.copyOf(node.getChildNodes()).forEach(child -> collect(child, scope, names));
    }

    private void named(NameExpr name, Scope scope, Set<String> names) {
        names.add(name.getNameAsString());
        TypePatternExpr pattern = Patterns.declaring(name.getNameAsString(), name);
        if (pattern != null) {
            names.add(Patterns.key(pattern));
        }
        try {
            if (typer.members().isType(name, scope)) {
                return;
            }
            MemberLookup.Variable variable = typer.members().field(name, scope);
            if (!variable.isLocal() && !variable.isStatic()) {
                names.add(Frame.THIS);
                names.add(RecordReader.FIELD + variable.name());
            }
        } catch (Refusal unknown) {
            // A package's name, or what is refused where it is read.
        }
    }

    private boolean isOfObject(MethodCallExpr call, Scope scope) {
        try {
            return !Functions.isStatic(
                    typer.members().method(call, scope).choice().method());
        } catch (Refusal unknown) {
            return true;
        }
    }
}
