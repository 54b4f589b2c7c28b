package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Never silently wrong: every primitive through which a derivative would flow has a rule, or the program is refused
 * here. A primitive without a rule whose value the result does not depend on is a constant or a side effect, and is
 * left alone.
 */
public final class Coverage {

    /** What keeps a method of an interface from being followed. */
    private static final String INSTANCE = "interface";

    private static final String READS_BACK = "reading a differentiated number back out of an object";
    private static final String KEEPS_ELSEWHERE =
            "keeping differentiated numbers in an array that the method was not given";
    private static final String CALL_READS_BACK = "a call that may read a differentiated number back out of an object";

    /** What keeps a method from being followed that gives an object, with numbers in it or without. */
    private static final String OBJECT = "object";

    /** What keeps a method from being followed to which an array is no more than an object. */
    private static final String UNSEEN = "unseen";

    private final Activity activity;
    private final Partials partials;
    private final Taken taken;
    private final List<Problem> problems = new ArrayList<>();

    private final Said said;

    /** Of each array from elsewhere that is written to, where the first is named. */
    private final Map<Var, Expr> keeping = new LinkedHashMap<>();

    /** Parts of records that were in an object, as those of the method are taken apart. */
    private final List<Expr> outOfObjects = new ArrayList<>();

    private Coverage(Activity activity, Partials partials, Taken taken) {
        this.activity = activity;
        this.partials = partials;
        this.taken = taken;
        this.said = new Said(taken);
    }

    public static List<Problem> check(Function function, Activity activity, Partials partials) {
        Coverage coverage = new Coverage(activity, partials, new Taken(function));
        for (Stmt statement : Walk.all(function.body())) {
            coverage.statement(statement);
            Walk.own(statement).forEach(coverage::arrays);
        }
        if (function.result() != null) {
            coverage.expression(function.result());
            if (coverage.problems.isEmpty()
                    && coverage.keeping.isEmpty()) { // else the array was refused where it came from
                coverage.arrays(function.result());
            }
        }
        coverage.keepingElsewhere(function);
        if (coverage.problems.isEmpty()) { // else the record was refused where it became an object
            coverage.outOfObjects.forEach(e -> coverage.add(readBack(e)));
        }
        return coverage.said.once(coverage.problems);
    }

    /**
     * Whether a problem may be there only because of another: numbers are read back where something else has taken
     * them.
     */
    public static boolean mayFollow(Problem problem) {
        String what = problem.arguments().isEmpty() ? "" : problem.arguments().get(0);
        return what.equals(READS_BACK) || what.equals(CALL_READS_BACK);
    }

    /** Whether a problem may be there only because a called function can't be read: nobody knows whose its array is. */
    public static boolean mayFollowCall(Problem problem) {
        return !problem.arguments().isEmpty() && problem.arguments().get(0).equals(KEEPS_ELSEWHERE);
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.value() != null && activity.isUseful(s.variable())) {
            expression(s.value());
        } else if (statement instanceof Stmt.Assign s && activity.isUseful(s.variable())) {
            expression(s.value());
        } else if (statement instanceof Stmt.Store s && activity.isActiveElsewhere(s.array())) {
            problem(
                    s.array(),
                    "writing through a @NoDerivative name into an array that is differentiated by another",
                    "write through the other name");
        } else if (statement instanceof Stmt.Store s
                && (activity.isActiveArray(s.array()) || activity.isUsefulArrayOfObjects(s.array()))) {
            expression(s.value());
        }
    }

    /** What is done with arrays whose numbers are differentiated. */
    private void arrays(Expr e) {
        if (Memory.isArray(e.type()) && activity.isActiveArray(e)) {
            Var region = activity.memory().region(e);
            boolean elsewhere = region != null && activity.memory().isElsewhere(region);
            boolean method = e instanceof Expr.Apply apply && isMethod(apply.primitive()) && !takesRecordsApart(apply);
            if (elsewhere && method && takesNumbers((Expr.Apply) e)) {
                problems.add(unknown((Expr.Apply) e));
                return;
            }
            if (elsewhere && region != null && changes(region)) {
                keeping.putIfAbsent(region, e);
                return;
            }
            if (e instanceof Expr.Apply apply && activity.readsState(apply)) {
                add(readBack(apply));
                return;
            }
            if (holdsRecords(e.type())) {
                problem(
                        e,
                        "records of an array from elsewhere beside those of the method",
                        "copy them into an array that the method makes");
                return;
            }
        }
        if (e instanceof Expr.Apply apply) {
            wrapped(apply);
            call(apply);
        }
        if (e instanceof Expr.Call call && activity.readsState(call) && leavesActive(call)) {
            problem(call, CALL_READS_BACK, "keep the number in a variable or an array");
        }
        Walk.operands(e).forEach(this::arrays);
    }

    /** Each write of such numbers is a problem; where they come there otherwise, the array is. */
    private void keepingElsewhere(Function function) {
        Map<Var, Expr> unwritten = new LinkedHashMap<>(keeping);
        for (Stmt statement : Walk.all(function.body())) {
            Var region = statement instanceof Stmt.Store s ? activity.memory().region(s.array()) : null;
            if (region != null
                    && keeping.containsKey(region)
                    && statement instanceof Stmt.Store s
                    && activity.isVaried(s.value())) {
                unwritten.remove(region);
                keepingElsewhere(s.array());
            }
        }
        unwritten.values().forEach(this::keepingElsewhere);
    }

    private void keepingElsewhere(Expr array) {
        problem(array, KEEPS_ELSEWHERE, "make the array in the method, or hand it in as a parameter");
    }

    /** Whether a call leaves numbers in an active array. */
    private boolean leavesActive(Expr.Call call) {
        return activity.summary(call).contents().keySet().stream()
                .anyMatch(i -> activity.isActiveArray(call.arguments().get(i)));
    }

    /**
     * An array from outside that stays as it is may stand beside differentiated ones: its own numbers are constants.
     */
    private boolean changes(Var region) {
        return activity.memory().isWritten(region) || activity.memory().movesRows(region);
    }

    /** Whether a call makes the leaves of an array of records: what is wrong is wrong with that array. */
    private static boolean takesRecordsApart(Expr.Apply e) {
        return e.primitive().owner() instanceof Type.Library library
                && library.name().equals("dev.jacobi.tape.Rows");
    }

    private static boolean holdsRecords(Type type) {
        return type instanceof Type.Struct || type instanceof Type.Array array && holdsRecords(array.element());
    }

    /** Of an array that has become an object nobody knows who writes it. */
    private void wrapped(Expr.Apply e) {
        if (isWrappedArray(e) && activity.isActiveArray(e.operands().get(0))) {
            problem(
                    e,
                    "using an array of differentiated numbers as " + e.type(),
                    "keep it in a variable of its own type");
        }
    }

    private static boolean isWrappedArray(Expr.Apply e) {
        return e.primitive().name().equals(Primitive.WRAP)
                && Memory.isArray(e.primitive().parameters().get(0));
    }

    private void problem(Expr e, String what, String instead) {
        add(Problem.of(Kind.UNSUPPORTED, e.span(), what, instead));
    }

    private void add(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    static boolean isMethod(Primitive primitive) {
        return primitive.form() == Primitive.Form.METHOD || primitive.form() == Primitive.Form.STATIC_METHOD;
    }

    /** A method or function that isn't known may write into an array that it is given. */
    private void call(Expr.Apply apply) {
        Primitive primitive = apply.primitive();
        boolean method = isMethod(primitive)
                || primitive.form() == Primitive.Form.NEW
                || primitive.form() == Primitive.Form.FUNCTION;
        boolean known = ArrayOperation.of(primitive) != ArrayOperation.NONE
                || ArrayOperation.onlyReads(primitive)
                || partials.of(primitive) != null
                || takesRecordsApart(apply);
        if (!method || known) {
            return;
        }
        for (Expr operand : apply.operands()) {
            if (Memory.namesArrays(operand.type()) && activity.isActiveArray(operand)) {
                refuseUnknown(apply);
                return;
            }
        }
    }

    private void refuseUnknown(Expr.Apply apply) {
        if (apply.primitive().form() == Primitive.Form.FUNCTION) {
            handedOn(apply, "may change an array of differentiated numbers");
        } else {
            problems.add(unknown(apply));
        }
    }

    private void expression(Expr e) {
        if (e instanceof Expr.Ref || !activity.isVaried(e)) {
            return;
        }
        if (e instanceof Expr.Apply apply && !isReference(apply) && partials.of(apply.primitive()) == null) {
            refuse(apply);
        }
        if (e instanceof Expr.Call call && activity.readsState(call) && !takesObjectOfNumbers(call)) {
            problem(call, CALL_READS_BACK, "keep the number in a variable or an array");
            return;
        }
        if (e instanceof Expr.Component component
                && Leaves.isRecord(component.struct().type())) {
            outOfObjects.add(e);
        }
        activity.through(e).forEach(this::expression);
    }

    /** Such an object is refused where it is made. */
    private boolean takesObjectOfNumbers(Expr.Call call) {
        return call.arguments().stream().anyMatch(a -> a.type() instanceof Type.Opaque && activity.isVaried(a));
    }

    /** Elements of arrays and whole arrays need no rule. */
    private static boolean isReference(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.INDEX
                || ArrayOperation.of(e.primitive()) != ArrayOperation.NONE
                || Memory.isArray(e.type());
    }

    /** Refuses the step that takes a number out of sight, not those that follow from it. */
    private void refuse(Expr.Apply apply) {
        Primitive primitive = apply.primitive();
        if (isWrappedArray(apply)) {
            return; // refused wherever it stands
        }
        if (Said.isBox(apply) && taken.isMadeOf(apply.operands().get(0), e -> Said.isBox(e) && activity.isVaried(e))) {
            return; // refused where the number was boxed first
        }
        if (activity.readsState(apply) && primitive.obstacle().equals(INSTANCE)) {
            refuseCall(apply);
            return;
        }
        boolean takesThem = (primitive.form() == Primitive.Form.STATIC_METHOD || Loopless.isDrawn(primitive))
                && takesNumbers(apply);
        if (activity.readsState(apply) && !takesThem) {
            add(readBack(apply));
            return;
        }
        if (!takesNumbers(apply)) {
            return;
        }
        if (primitive.form() == Primitive.Form.FUNCTION) {
            handedOn(apply, "uses differentiated numbers");
            return;
        }
        if (!primitive.obstacle().isEmpty()) {
            refuseCall(apply);
            return;
        }
        problems.add(lost(apply));
    }

    private Problem lost(Expr.Apply apply) {
        Primitive primitive = apply.primitive();
        boolean givesObject = primitive.result() instanceof Type.Opaque;
        if (isMethod(primitive) && isOfBoxes(primitive)) {
            return Problem.of(Kind.LEAVES_NUMBERS, apply.span(), display(primitive), primitive.result());
        }
        if (isMethod(primitive)) {
            return primitive.source() != null && givesObject
                    ? givesObject(apply)
                    : noDerivative(apply, suggestion(primitive));
        }
        Type from = apply.operands().isEmpty()
                ? primitive.result()
                : apply.operands().get(0).type();
        return primitive.name().equals(Primitive.WRAP) && from instanceof Type.Struct && givesObject
                ? Problem.of(Kind.RECORD_AS_OBJECT, apply.span(), from, primitive.result())
                : leavesNumbers(apply);
    }

    /** Whether a method makes something else of a number or tensor, or a number of something else. */
    private static boolean isOfBoxes(Primitive primitive) {
        return primitive.signature().startsWith("java.lang.Double.")
                || primitive.signature().startsWith("java.lang.Float.")
                || primitive.signature().equals("dev.jacobi.tensor.Tensor.toString()");
    }

    private static Problem givesObject(Expr.Apply apply) {
        Type result = apply.primitive().result();
        String method = display(apply.primitive());
        if (result.carriesDerivative()) {
            return Problem.of(
                    Kind.GIVES_AS_OBJECT,
                    apply.span(),
                    method,
                    result,
                    apply.primitive().name());
        }
        return isOfJava(result)
                ? Problem.of(Kind.LEAVES_NUMBERS, apply.span(), method, result)
                : Problem.of(Kind.GIVES_OBJECT, apply.span(), method, result, InsteadOfObjects.of(result));
    }

    /** Whether a class can be none of the user's own. */
    private static boolean isOfJava(Type type) {
        return type instanceof Type.Opaque opaque && opaque.mirror().toString().startsWith("java.");
    }

    private static Problem leavesNumbers(Expr.Apply apply) {
        Primitive primitive = apply.primitive();
        Type from = apply.operands().isEmpty()
                ? primitive.result()
                : apply.operands().get(0).type();
        boolean record = primitive.name().equals(Primitive.WRAP)
                && from instanceof Type.Struct
                && primitive.result() instanceof Type.Opaque;
        if (record) {
            return Problem.of(Kind.RECORD_AS_OBJECT, apply.span(), from, primitive.result());
        }
        return primitive.form() == Primitive.Form.NEW && !isOfJava(primitive.result())
                ? Problem.of(
                        Kind.MAKES_OBJECT,
                        apply.span(),
                        what(primitive),
                        primitive.result(),
                        InsteadOfObjects.of(primitive.result()))
                : Problem.of(Kind.LEAVES_NUMBERS, apply.span(), what(primitive), primitive.result());
    }

    /** Where the object of such a call was found needn't be refused as well: it is this call that takes the number. */
    private void refuseCall(Expr.Apply apply) {
        if (apply.primitive().form() == Primitive.Form.METHOD) {
            problems.remove(readBack(taken.origin(apply.operands().get(0))));
        }
        if (apply.primitive().obstacle().equals(INSTANCE)) {
            said.ofUnknown(apply);
        }
        problems.add(behindObstacle(apply));
    }

    private static Problem readBack(Expr e) {
        return Problem.of(Kind.UNSUPPORTED, e.span(), READS_BACK, "keep the number in a variable or an array");
    }

    /** Of the several things that may be wrong with one function the first is said. */
    private void handedOn(Expr.Apply function, String which) {
        if (problems.stream().noneMatch(p -> p.span().equals(function.span()))) {
            problem(
                    function,
                    "handing a function that " + which + " to code that isn't read",
                    "write out the loop that this stands for, or hand it to a method whose source is in this"
                            + " compilation");
        }
    }

    private Problem unknown(Expr.Apply apply) {
        if (apply.primitive().form() == Primitive.Form.NEW) {
            return leavesNumbers(apply);
        }
        return apply.primitive().obstacle().isEmpty() ? noDerivative(apply, "") : behindObstacle(apply);
    }

    private Problem behindObstacle(Expr.Apply apply) {
        Primitive primitive = apply.primitive();
        if (primitive.obstacle().equals(OBJECT)) {
            return givesObject(apply);
        }
        if (primitive.obstacle().equals(UNSEEN)) {
            return Problem.of(
                    Kind.UNSUPPORTED,
                    apply.span(),
                    "handing an array of differentiated numbers to " + display(primitive)
                            + ", which takes it as an object,",
                    "let " + primitive.name()
                            + " take an array of numbers, or only compare the object with null or give" + " it back");
        }
        if (isFunction(primitive) && taken.isElement(apply.operands().get(0))) {
            return Problem.of(
                    Kind.UNSUPPORTED,
                    apply.span(),
                    "a call of " + primitive.name() + " of a function out of an array or collection, which isn't known"
                            + " when this is compiled,",
                    "list the lambdas or method references in this method, or in a final field: in List.of, or in a"
                            + " private array that is only read, by index or in loops");
        }
        String what = primitive.obstacle().equals(INSTANCE)
                ? "a call of " + primitive.name() + ", whose code isn't known when this is compiled as any class may"
                        + " implement it,"
                : "a call of the " + primitive.obstacle() + " method " + primitive.name();
        return Problem.of(Kind.UNSUPPORTED, apply.span(), what, instead(primitive));
    }

    /** Whether a call is of one of Java's own functional interfaces, which nobody can seal. */
    private static boolean isFunction(Primitive primitive) {
        return primitive.obstacle().equals(INSTANCE) && primitive.signature().startsWith("java.util.function.");
    }

    private boolean takesNumbers(Expr.Apply e) {
        return e.operands().stream().anyMatch(o -> o.type().carriesDerivative() && activity.isVaried(o));
    }

    private static String instead(Primitive primitive) {
        return switch (primitive.obstacle()) {
            case "generated" -> "call gradient, vjp, jvp or hvp, which have derivatives themselves";
            case INSTANCE ->
                "declare the object as a final class or a sealed interface, or write the function as a lambda in this"
                        + " method";
            case "varargs" -> "give " + primitive.name() + " plain parameters";
            default -> "write the types of " + primitive.name() + " out, or bound each type variable by one class";
        };
    }

    private static String what(Primitive primitive) {
        return switch (primitive.form()) {
            case NEW -> "a constructor";
            case INFIX -> "joining strings";
            default -> primitive.name().equals(Primitive.BOX) ? "boxing" : "this conversion";
        };
    }

    /** {@code FastMath.sin(double)}. */
    static String display(Primitive primitive) {
        String signature = primitive.signature();
        int open = signature.indexOf('(');
        int method = signature.lastIndexOf('.', open);
        int owner = signature.lastIndexOf('.', method - 1);
        return signature.substring(owner + 1, open) + simple(signature.substring(open));
    }

    private static String simple(String parameters) {
        return parameters.replaceAll("[\\w.]*\\.(\\w+)", "$1").replace(",", ", ");
    }

    private Problem noDerivative(Expr.Apply apply, String suggestion) {
        Primitive primitive = apply.primitive();
        Kind kind = Loopless.of(primitive);
        if (kind == Kind.NO_DERIVATIVE) {
            return Problem.of(kind, apply.span(), display(primitive), suggestion);
        }
        Problem problem = Problem.of(kind, apply.span(), display(primitive));
        said.ofTaker(problem, apply);
        return problem;
    }

    /** Where Math has a method of the same name and operands, that is what to write. */
    private String suggestion(Primitive primitive) {
        StringBuilder parameters = new StringBuilder();
        for (Type parameter : primitive.parameters()) {
            parameters.append(parameters.length() == 0 ? "" : ",").append(parameter);
        }
        Primitive inMath = new Primitive(
                Primitive.Form.STATIC_METHOD,
                null,
                primitive.name(),
                primitive.parameters(),
                primitive.result(),
                true,
                "java.lang.Math." + primitive.name() + "(" + parameters + ")");
        return partials.of(inMath) == null ? "" : "call Math." + primitive.name() + ", ";
    }
}
