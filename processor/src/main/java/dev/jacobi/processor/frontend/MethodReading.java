package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The reading of one method. */
final class MethodReading {
    private final Functions functions;
    private final ReceiverCheck receivers;
    private final FunctionName.Primal name;
    private final ExecutableElement method;
    private final MethodDeclaration declaration;
    private final Scope scope;
    private final @Nullable Specialisation specialisation;
    private final NameSupply names;

    /** The names of parameters that are taken apart. */
    private final Set<String> reserved = new HashSet<>();

    MethodReading(
            Functions functions,
            FunctionName.Primal name,
            ExecutableElement method,
            MethodDeclaration declaration,
            Scope scope,
            @Nullable Specialisation specialisation) {
        this.functions = functions;
        this.receivers = new ReceiverCheck(functions.language, functions.types);
        this.name = name;
        this.method = method;
        this.declaration = declaration;
        this.scope = scope;
        this.specialisation = specialisation;
        this.names = functions.variables(name);
    }

    Functions.Source read() {
        Type result = functions.types.read(method.getReturnType());
        Frame frame = Frame.of(scope);
        Set<Var> exact = new HashSet<>();
        List<Var> parameters = parameters(frame, exact);
        AskedFields asked = fields(frame, parameters);
        MemberReader members =
                new MemberReader(functions.language, functions.types, functions, functions.home(name), asked);
        Reading reading =
                new Reading(functions.typer, functions.types, functions.operators, members, functions.ruleTexts());
        reading.exact.addAll(exact);
        if (result != Type.Scalar.VOID) {
            frame.locals.put(Frame.RESULT, new Frame.Local(null, result, false));
        }
        if (Thrown.isVariable(method)) {
            reading.report(Problem.of(
                    Kind.UNSUPPORTED,
                    scope.span(declaration.getThrownExceptions().get(0)),
                    "a method that throws what a type variable stands for",
                    "write the exception's class, or throw it in a method that takes no differentiated number"));
        }
        Subset.check(declaration.getBody().orElseThrow(), scope).forEach(reading::report);
        new StatementReader(reading, names, result)
                .readAll(declaration.getBody().orElseThrow().getStatements(), frame);
        Expr value =
                result == Type.Scalar.VOID ? null : frame.local(Frame.RESULT).value();
        if (value == null && isAlwaysThrowing(frame, result)) {
            value = Arithmetic.number(0, result, scope.span(declaration.getName())); // nobody gets it
        }
        if (value == null && result != Type.Scalar.VOID && reading.problems.isEmpty()) {
            boolean ends = Reachability.canComplete(frame.out);
            Kind kind = ends ? Kind.NO_RETURN : Kind.NEVER_RETURNS;
            reading.report(Problem.of(kind, scope.span(declaration.getName()), name.display()));
        }
        boolean all = reading.hasAll() && (value != null || result == Type.Scalar.VOID);
        Function function = all ? function(parameters, frame.out, value, result) : null;
        if (function != null && reading.problems.isEmpty()) {
            RecordsMade.check(function, members).forEach(reading::report);
            PrivateTypes.check(function, scope.span(declaration.getName()), members)
                    .forEach(reading::report);
        }
        return new Functions.Source(
                reading.problems.isEmpty() ? function : null,
                reading.problems,
                members.reach().insidePackage(),
                new Outline(function, parameters, frame.out, members.called()));
    }

    /** Whether this is a method that others call to complain: {@code static double negative(double x) { throw …; }}. */
    private boolean isAlwaysThrowing(Frame frame, Type result) {
        return result instanceof Type.Scalar number
                && number.isNumeric()
                && !Reachability.canComplete(frame.out)
                && Annotations.find(method, Annotations.DIFFERENTIABLE) == null;
    }

    private Function function(List<Var> parameters, List<Stmt> body, @Nullable Expr value, Type result) {
        if (value == null || !Leaves.isRecord(result)) {
            return CarriedNames.of(new Function(name, parameters, reserved, body, value, result));
        }
        Type.Struct parts = Leaves.parts(result);
        Expr leaves = new Expr.Build(parts, Leaves.of(value), value.span());
        return CarriedNames.of(new Function(name, parameters, reserved, body, leaves, parts));
    }

    /** The object that the method is called on; one of another class is refused where that may override it. */
    private void receiver(Frame frame, List<Var> variables) {
        Functions.Formal declared = functions.formals(method).get(0);
        Functions.Formal formal = specialisation == null ? declared : specialisation.object(declared);
        Type type = functions.types.read(formal.type());
        Span span = scope.span(declaration.getName());
        Expr ref = value(functions.formalNames(name).get(0), type, variables, span);
        frame.locals.put(Frame.THIS, new Frame.Local(ref, type, false));
        if (isChecked()) {
            frame.out.add(receivers.check(method, ref, span));
        }
    }

    /** Whether an object that may override the method is refused before its code runs. */
    private boolean isChecked() {
        return (specialisation == null || !specialisation.exact())
                && ReceiverCheck.isOverridable(method)
                && !Leaves.isRecord(functions.type(Enclosing.type(method).asType()));
    }

    /** A parameter's value, its variables added: one for each leaf of a record. */
    private Expr value(String formal, Type type, List<Var> variables, Span span) {
        if (!Leaves.isRecord(type)) {
            Var variable = new Var(formal, type);
            variables.add(variable);
            return new Expr.Ref(variable, span);
        }
        reserved.add(formal);
        List<Expr> refs = new ArrayList<>();
        for (Type.Component leaf : Leaves.of(formal, type)) {
            Var variable = new Var(names.fresh(leaf.name()), leaf.type());
            variables.add(variable);
            refs.add(new Expr.Ref(variable, span));
        }
        return Leaves.build(type, refs.iterator(), span);
    }

    /** A parameter in whose place is what the function uses that is handed over. */
    private void function(Parameter parameter, Handed handed, Frame frame, List<Var> variables) {
        String name = parameter.getNameAsString();
        Span span = scope.span(parameter);
        Handed.Move move = (used, local) -> {
            String wish = names.fresh(Specialisation.wish(used));
            return new Frame.Local(value(wish, local.type(), variables, span), local.type(), local.constant());
        };
        handed.moved(name, functions.captures(), move).bind(name, frame);
    }

    /** The parameters that stand for fields; null where there are none. */
    private @Nullable AskedFields fields(Frame frame, List<Var> variables) {
        Specialisation.Fields fields = specialisation == null ? null : specialisation.fields();
        if (specialisation == null || fields == null) {
            return null;
        }
        int first = functions.formals(method).size();
        List<String> formals = functions.formalNames(name);
        Span span = scope.span(declaration.getName());
        List<Expr> values = new ArrayList<>();
        for (Functions.Formal formal : specialisation.more()) {
            String variable = formals.get(first + values.size());
            values.add(value(variable, functions.types.read(formal.type()), variables, span));
        }
        Map<VariableElement, Expr> byField = new LinkedHashMap<>();
        List<VariableElement> all = fields.reach().fields();
        all.forEach(field -> byField.put(field, values.get(byField.size())));
        Expr owner = fields.owner() == null ? frame.local(Frame.THIS).value() : values.get(all.size());
        return new AskedFields(Objects.requireNonNull(owner), byField, fields.reach());
    }

    /** @param exact is told if the method's object is known to be of the very class that declares it */
    private List<Var> parameters(Frame frame, Set<Var> exact) {
        List<Var> variables = new ArrayList<>();
        List<String> formals = functions.formalNames(name);
        formals.forEach(names::fresh);
        if (!Functions.isStatic(method)) {
            receiver(frame, variables);
            exact.addAll(isChecked() ? variables : List.of());
        }
        for (int i = 0; i < declaration.getParameters().size(); i++) {
            Parameter parameter = declaration.getParameter(i);
            VariableElement element = method.getParameters().get(i);
            scope.declare(parameter.getNameAsString(), element.asType());
            Handed handed =
                    specialisation == null ? null : specialisation.handed().get(i);
            if (handed != null) {
                function(parameter, handed, frame, variables);
                continue;
            }
            Type type = functions.types.read(element.asType());
            String formal = formals.get(Functions.isStatic(method) ? i : i + 1);
            Expr value = value(formal, type, variables, scope.span(parameter));
            boolean constant = Annotations.holdsConstant(element);
            frame.locals.put(parameter.getNameAsString(), new Frame.Local(value, type, constant));
        }
        return variables;
    }
}
