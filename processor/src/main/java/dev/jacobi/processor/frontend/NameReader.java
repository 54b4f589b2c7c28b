package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads names: local variables, fields, and the object itself. */
final class NameReader {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    NameReader(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    /** {@code this}, {@code Outer.this}. */
    Expr object(ThisExpr e, Frame frame, Span span) {
        if (isOwn(e, frame) && frame.locals.containsKey(Frame.THIS) && !frame.choices.containsKey(Frame.THIS)) {
            return local(Frame.THIS, frame, span);
        }
        if (e.getTypeName().isEmpty() && isInStaticMethod(e)) {
            throw new Refusal(Problem.of(Kind.NO_OBJECT, span, "this", "the object"));
        }
        throw new Refusal(
                e.getTypeName().isPresent()
                        ? Problem.of(
                                Kind.UNSUPPORTED,
                                span,
                                "the use of the object around this one",
                                "hand the values in as parameters")
                        : Subset.unsupported(e, frame.scope));
    }

    private static boolean isInStaticMethod(Node node) {
        return node instanceof MethodDeclaration method
                ? method.isStatic()
                : node.getParentNode().map(NameReader::isInStaticMethod).orElse(false);
    }

    /** Whether {@code Outer.this} is the object itself, and not the one around it. */
    private boolean isOwn(ThisExpr e, Frame frame) {
        Frame.Local self = frame.locals.get(Frame.THIS);
        TypeElement own = self == null ? null : reading.typer.members().classOf(self.type());
        return e.getTypeName().isEmpty()
                || own != null && reading.typer.isSubtype(own.asType(), reading.typer.typeOf(e, frame.scope));
    }

    /** What a name or a field behind a dot stands for. */
    Expr read(Expression e, Frame frame, Span span) {
        Expr length = expressions.tables().length(e, frame, span);
        if (length != null) {
            return length;
        }
        MemberLookup.Variable variable = reading.typer.members().field(e, frame.scope);
        if (variable.isLocal()
                && (frame.choices.containsKey(variable.name()) || frame.closures.containsKey(variable.name()))) {
            Choice choice = frame.choices.get(variable.name());
            if (choice != null && choice.isTable()) {
                throw TableReader.unsupported(
                        "an array or list of functions, used other than by taking functions out of it,",
                        "take them out by their index or in a loop, or hand it to a method in this compilation",
                        span);
            }
            Handed function = choice == null
                    ? frame.closures.get(variable.name())
                    : expressions.choices().held(variable.name(), choice, frame, span);
            return function instanceof Closure object && object.isObject()
                    ? expressions.objects().value(object, expressions.type(e, frame))
                    : expressions.written().read(Objects.requireNonNull(function), frame, span);
        }
        if (variable.isLocal()) {
            TypePatternExpr pattern =
                    frame.locals.containsKey(variable.name()) ? null : Patterns.declaring(variable.name(), e);
            return pattern != null
                    ? expressions.patterns().variable(pattern, frame, span)
                    : local(variable.name(), frame, span);
        }
        if (variable.receiver() == null || variable.receiver() instanceof ThisExpr) {
            Frame.Local field = frame.locals.get(RecordReader.FIELD + variable.name());
            if (field != null && field.value() != null) {
                return field.value();
            }
        }
        boolean constant = variable.field() != null && Annotations.holdsConstant(variable.field());
        Expr receiver = variable.receiver() == null
                ? expressions.calls().own(variable.field(), frame)
                : expressions.read(variable.receiver(), frame);
        if (receiver != null && Leaves.isRecord(receiver.type()) && !Leaves.isRows(receiver.type())) {
            Expr component = expressions.records().component(receiver, variable.name(), frame);
            return constant ? Operators.constant(component) : component;
        }
        AskedFields asked = reading.members.asked();
        return asked != null && receiver != null && asked.has(variable.field())
                ? asked(asked, variable, receiver, frame, span)
                : field(variable, receiver, frame, span);
    }

    /** A field that is differentiated by is a parameter, where the object is the one whose fields are meant. */
    private Expr asked(AskedFields asked, MemberLookup.Variable variable, Expr receiver, Frame frame, Span span) {
        Expr value =
                respanned(Objects.requireNonNull(asked.values().get(Objects.requireNonNull(variable.field()))), span);
        if (asked.isOwner(receiver)) {
            return value;
        }
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        Expr object = receiver instanceof Expr.Ref
                ? receiver
                : expressions.bind("object", receiver, receiver.type(), frame, note);
        Type any = reading.types.read(reading.typer.declared("java.lang.Object"));
        Expr isOwner = reading.operators.binary(
                BinaryExpr.Operator.EQUALS, reading.operators.cast(object, any, span), asked.owner(), span);
        Frame same = frame.branch();
        Frame other = frame.branch();
        Expr others = expressions.records().apart(field(variable, object, other, span), other);
        return new Branches(reading, names).value(isOwner, same, value, other, others, frame, span);
    }

    /** The object whose field is read; null of a static one, or where the object isn't the one around. */
    @Nullable
    Expr receiver(MemberLookup.Variable variable, Frame frame) {
        if (variable.isStatic()) {
            return null;
        }
        Expr object = variable.receiver() == null
                ? expressions.calls().own(variable.field(), frame)
                : expressions.read(variable.receiver(), frame);
        return object == null || object.type().carriesDerivative() ? null : object;
    }

    private Expr field(MemberLookup.Variable variable, @Nullable Expr receiver, Frame frame, Span span) {
        requireKnown(variable, span);
        if (receiver == null && !variable.isStatic() && frame.locals.containsKey(Frame.THIS)) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a field of the object around this one",
                    "hand its value in as a parameter, or keep it in a field of this object"));
        }
        Expr object = sole(variable, declaring(variable, receiver, span), frame, span);
        Expr value = reading.members.field(variable, object, reading, span);
        Expr held = ExpressionReader.isPure(value) ? value : expressions.hoist(variable.name(), value, frame);
        boolean constant = variable.field() != null && Annotations.holdsConstant(variable.field());
        return constant ? Operators.constant(held) : held;
    }

    /** The object whose field a method gives: where another may override that method, one that is known not to. */
    private @Nullable Expr sole(MemberLookup.Variable variable, @Nullable Expr receiver, Frame frame, Span span) {
        VariableElement field = variable.field();
        ExecutableElement accessor = field == null || receiver == null
                ? null
                : reading.members.hidden().accessor(field);
        return sole(variable, accessor, receiver, frame, span);
    }

    /** The same of a method that gives the field, or an element of it. */
    @Nullable
    Expr sole(
            MemberLookup.Variable variable,
            @Nullable ExecutableElement accessor,
            @Nullable Expr receiver,
            Frame frame,
            Span span) {
        TypeElement type = receiver == null ? null : reading.typer.members().classOf(receiver.type());
        if (accessor == null || receiver == null || type == null) {
            return receiver;
        }
        boolean exact = receiver instanceof Expr.Ref ref && reading.exact.contains(ref.variable());
        if (reading.members.hidden().accessors().isSure(accessor, type, exact ? type : null)) {
            return receiver;
        }
        if (!reading.members.hidden().accessors().isOf(type, accessor)) {
            throw new Refusal(PrivateFields.overridable(Objects.requireNonNull(variable.field()), accessor, span));
        }
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        Expr object = receiver instanceof Expr.Ref
                ? receiver
                : expressions.bind("object", receiver, receiver.type(), frame, note);
        frame.out.add(reading.members.receivers().check(type, accessor, object, span));
        return object;
    }

    /** Refuses a private field of functions that aren't in sight: generated code that could reach it wouldn't help. */
    private void requireKnown(MemberLookup.Variable variable, Span span) {
        VariableElement field = variable.field();
        boolean ofOther =
                !variable.isStatic() && variable.receiver() != null && !(variable.receiver() instanceof ThisExpr);
        if (field == null || ofOther || !field.getModifiers().contains(Modifier.PRIVATE)) {
            return;
        }
        TypeMirror element = expressions.tables().element(field.asType());
        if (element != null && reading.typer.functions().isOfJava(element)) {
            throw unknown(
                    field,
                    "private, and which functions it holds isn't known when this is compiled",
                    "declare it as a final List.of lambdas or method references, or as a final array of them that is"
                            + " only read, by index or in loops",
                    span);
        }
        if (reading.typer.functions().isOfJava(field.asType())) {
            throw unknown(
                    field,
                    "private, and which function it holds isn't known when this is compiled",
                    "make it final, with a lambda or method reference as its value",
                    span);
        }
    }

    private static Refusal unknown(VariableElement field, String why, String instead, Span span) {
        return new Refusal(Problem.of(Kind.UNREACHABLE, span, field.getSimpleName(), why, instead));
    }

    static Expr local(String name, Frame frame, Span span) {
        Frame.Local local = frame.locals.get(name);
        if (local == null || local.value() == null) {
            throw new Refusal(Problem.of(local == null ? Kind.UNKNOWN_NAME : Kind.UNASSIGNED, span, name));
        }
        Expr value = respanned(local.value(), span);
        return local.constant() ? Operators.constant(value) : value;
    }

    /** What a variable holds, as the use of it that stands here. */
    private static Expr respanned(Expr value, Span span) {
        if (value instanceof Expr.Build build) {
            return new Expr.Build(build.type(), build.components(), span);
        }
        return value instanceof Expr.Ref ref ? new Expr.Ref(ref.variable(), span) : value;
    }

    /** The object as one of the class that declares a field, where its own class has another of that name. */
    private @Nullable Expr declaring(MemberLookup.Variable variable, @Nullable Expr receiver, Span span) {
        TypeElement own = receiver == null || variable.field() == null
                ? null
                : reading.typer.members().classOf(receiver.type());
        if (own == null || receiver == null || variable.field() == null || variable.isStatic()) {
            return receiver;
        }
        boolean hidden = reading.typer.members().isHidden(variable.field(), own);
        TypeElement owner = Enclosing.type(variable.field());
        return hidden ? reading.operators.cast(receiver, reading.types.erased(owner.asType()), span) : receiver;
    }
}
