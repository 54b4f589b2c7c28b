package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Fields and calls as the intermediate language has them: primitives, or calls of functions whose source is there. */
final class MemberReader {

    private final Language language;
    private final TypeReader types;
    private final @Nullable Functions functions;
    private final String packageName;
    private final @Nullable AskedFields asked;
    private final Reach reach;
    private final HiddenFields hidden;
    private final List<Expr.Call> called = new ArrayList<>();

    /**
     * @param functions the methods whose source is there; null where rules are read, which call libraries only
     * @param asked the fields that are differentiated by; null where there are none
     */
    MemberReader(
            Language language,
            TypeReader types,
            @Nullable Functions functions,
            String packageName,
            @Nullable AskedFields asked) {
        this.asked = asked;
        this.language = language;
        this.types = types;
        this.functions = functions;
        this.packageName = packageName;
        this.reach = new Reach(language, packageName);
        this.hidden = new HiddenFields(language, functions, packageName, asked, reach);
    }

    /** What generated code can name. */
    Reach reach() {
        return reach;
    }

    /** What it can't, and reads all the same. */
    HiddenFields hidden() {
        return hidden;
    }

    /** The fields that are differentiated by; null where there are none. */
    @Nullable
    AskedFields asked() {
        return asked;
    }

    /**
     * A field's value.
     *
     * @param log is told if generated code can't read the field: reading goes on, for what else is wrong
     */
    Expr field(MemberLookup.Variable variable, @Nullable Expr receiver, Reading log, Span span) {
        VariableElement field = variable.field();
        Type type = types.read(variable.type());
        if (field == null) {
            Expr whole = Objects.requireNonNull(receiver);
            Expr array = RowsReader.isApart(whole) ? RowsReader.anyLeaf(whole) : whole;
            return apply(Primitive.Form.FIELD, array.type(), "length", List.of(array), type, true, "length", span);
        }
        Object constant = field.getConstantValue();
        if (constant != null && !Enclosing.isReachable(field, packageName)) {
            return Constants.literal(constant, type, span);
        }
        if (receiver == null && !variable.isStatic()) {
            throw new Refusal(
                    Functions.isInStatic(span.origin().element())
                            ? Problem.of(Kind.NO_OBJECT, span, "field " + field.getSimpleName(), "its value")
                            : Problem.of(
                                    Kind.UNSUPPORTED,
                                    span,
                                    "a field of this object",
                                    "hand its value in as a parameter"));
        }
        if (receiver != null && hidden.isComponent(field) && !Enclosing.isReachable(field, packageName)) {
            Type record =
                    types.read(language.types.erasure(Enclosing.type(field).asType()));
            return apply(
                    Primitive.Form.METHOD,
                    record,
                    variable.name(),
                    List.of(receiver),
                    type,
                    true,
                    record + "." + variable.name() + "()",
                    span);
        }
        boolean isHidden = !Enclosing.isReachable(field, Subjects.ANOTHER_PACKAGE);
        if (!isHidden || functions == null || !functions.copies().has(field)) {
            hidden.checkReadable(field, log, span);
        } else if (type.innermost() instanceof Type.Struct record) {
            requireReachable(record, span); // the copy makes it anew
        }
        boolean pure = field.getModifiers().contains(Modifier.FINAL);
        Type owner = types.read(language.types.erasure(Enclosing.type(field).asType()));
        List<Expr> operands = receiver == null ? List.of() : List.of(receiver);
        Primitive.Form form = receiver == null ? Primitive.Form.STATIC_FIELD : Primitive.Form.FIELD;
        return apply(form, owner, variable.name(), operands, type, pure, owner + "." + variable.name(), span);
    }

    /** The functions that are handed on as they stand. */
    FunctionCopies functionCopies() {
        return Objects.requireNonNull(functions).functionCopies();
    }

    /** Whether generated code can name a member. */
    boolean isReachable(Element member) {
        return Enclosing.isReachable(member, packageName);
    }

    /** The body of a method, and what names mean in it; null where the source isn't there. */
    Declarations.@Nullable Body source(ExecutableElement method) {
        return functions == null ? null : functions.declarations().body(method);
    }

    /** What tells a copied method from all others, and from copies in other packages. */
    String copyKey(ExecutableElement method) {
        return Objects.requireNonNull(functions).name(method) + " in " + packageName;
    }

    /** The methods of a name that a class has, or its constructors. */
    List<ExecutableElement> methods(TypeElement type, String name) {
        return language.methods(type, name);
    }

    /** The class of objects of a type; null where it has none. */
    @Nullable
    TypeElement classOf(TypeMirror type) {
        return language.classOf(type);
    }

    /** A constant of an enum, named in a case label by its simple name. */
    Expr enumConstant(TypeMirror enumType, String name, Type type, Span span) {
        TypeElement element = Objects.requireNonNull(language.classOf(enumType));
        requireReachable(element, span);
        Type owner = types.read(language.types.erasure(enumType));
        return apply(Primitive.Form.STATIC_FIELD, owner, name, List.of(), type, true, owner + "." + name, span);
    }

    /** A call, its arguments converted to the parameters' types. */
    Expr call(MemberLookup.Method found, @Nullable Expr receiver, List<Expr> arguments, Type result, Span span) {
        ExecutableElement method = found.choice().method();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (!isStatic && receiver == null) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a call of the instance method " + method.getSimpleName(),
                    "make " + method.getSimpleName() + " static"));
        }
        if (functions != null && isFunction(method)) {
            List<Expr> all = new ArrayList<>();
            if (receiver != null && !isStatic) {
                all.addAll(Leaves.of(receiver));
            }
            arguments.forEach(argument -> all.addAll(Leaves.of(argument)));
            Type given = Leaves.isRecord(result) ? Leaves.parts(result) : result;
            if (isHandedFields(method)) {
                return specialised(method, Specialisation.none(method), null, false, all, span);
            }
            FunctionName.Primal name = functions.name(method);
            if (functions.rules().has(method)) {
                requireReachable(method, span);
                return new Expr.Call(new FunctionName.Ruled(name), all, given, span);
            }
            if (functions.body(method) == null) {
                refuseOwner(method, all, span);
            }
            return called(new Expr.Call(name, all, given, span));
        }
        return primitive(method, isStatic, receiver, arguments, result, span);
    }

    /** The generated member that a method is; null where it is none. */
    GeneratedMembers.@Nullable Member generated(ExecutableElement method) {
        return functions == null ? null : functions.generated.of(method);
    }

    /** A call of a generated member. */
    Expr call(GeneratedMembers.Member member, List<Expr> arguments, CallReader.Hoisting hoisting, Span span) {
        Functions all = Objects.requireNonNull(functions);
        if (isHandedFields(all.method(member.of()))) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a derivative of " + member.of().display() + ", which may read a field that is differentiated by,",
                    "hand the field's value to " + member.of().method() + " as a parameter"));
        }
        return all.generated.call(member, arguments, hoisting, span);
    }

    /** Makes a function of a piece of a method. */
    FunctionName.Primal piece(
            Element method,
            String word,
            List<Var> parameters,
            List<Stmt> body,
            List<Type.Component> given,
            List<Expr> values,
            Span span) {
        Functions all = Objects.requireNonNull(functions);
        String owner = Enclosing.type(method).getQualifiedName().toString();
        FunctionName.Primal name = all.pieces()
                .add(
                        owner,
                        method.getSimpleName() + word,
                        packageName,
                        parameters,
                        body,
                        given,
                        values,
                        all.headers(),
                        span);
        for (Problem problem : RecordsMade.check(all.pieces().function(name), this)) {
            throw new Refusal(problem);
        }
        return name;
    }

    /** What a function gives. */
    Type result(FunctionName function) {
        return Objects.requireNonNull(functions).headers().result(function);
    }

    /** The package whose class reads. */
    String home() {
        return packageName;
    }

    /** Whether a method may call itself, by itself or by way of others that are handed functions. */
    boolean callsItself(ExecutableElement method) {
        return functions != null && functions.selfCalls.has(method);
    }

    /**
     * A call of a method that is read for what it is handed.
     *
     * @param self the class of the object that it is called on, where more is known of it; or null
     * @param exact whether that is known to have this very code
     * @param arguments all that it takes but the fields that are differentiated by
     */
    Expr specialised(
            ExecutableElement method,
            List<@Nullable Handed> handed,
            @Nullable TypeElement self,
            boolean exact,
            List<Expr> arguments,
            Span span) {
        List<Expr> all = new ArrayList<>(arguments);
        boolean handsFunctions = handed.stream().anyMatch(Objects::nonNull);
        Specialisation.Fields fields = null;
        if (asked != null && (handsFunctions || isHandedFields(method))) {
            boolean onOwner = !Functions.isStatic(method) && asked.isOwner(arguments.get(0));
            for (VariableElement field : asked.fields()) {
                all.addAll(Leaves.of(Objects.requireNonNull(asked.values().get(field))));
            }
            if (!onOwner) {
                all.add(asked.owner());
            }
            TypeElement owner =
                    onOwner ? null : language.classOf(types.mirror(asked.owner().type()));
            fields = new Specialisation.Fields(asked.reach(), owner);
        }
        Type result = types.read(method.getReturnType());
        Type given = Leaves.isRecord(result) ? Leaves.parts(result) : result;
        FunctionName.Primal name =
                Objects.requireNonNull(functions).specialised(method, handed, self, exact, fields, packageName);
        return called(new Expr.Call(name, all, given, span));
    }

    /** Remembers what a derivative may flow through. */
    private Expr called(Expr.Call call) {
        boolean takes = call.arguments().stream().anyMatch(a -> a.type().carriesDerivative() && !isConstant(a));
        if (takes && call.type().carriesDerivative() && call.function() instanceof FunctionName.Primal) {
            called.add(call);
        }
        return call;
    }

    private static boolean isConstant(Expr e) {
        return Walk.reads(e).isEmpty();
    }

    /** The calls that were read so far, if numbers go in and come out. */
    List<Expr.Call> called() {
        return called;
    }

    /** Whether a method may read the fields that are differentiated by. */
    private boolean isHandedFields(ExecutableElement method) {
        return asked != null && asked.reach().has(method);
    }

    /** Code that can't be followed would read the fields of the object as constants. */
    private void refuseOwner(ExecutableElement method, List<Expr> operands, Span span) {
        if (asked != null && operands.stream().anyMatch(asked::isOwner)) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "handing the object to " + method.getSimpleName()
                            + ", which may read a field that is differentiated by,",
                    "hand over what " + method.getSimpleName() + " needs of its fields"));
        }
    }

    /** What functions use. */
    Captures captures() {
        return Objects.requireNonNull(functions).captures();
    }

    /** What may run where a method is called on an object; null where that isn't known, or needn't be. */
    @Nullable
    List<Implementations.Case> implementations(TypeElement type, ExecutableElement method) {
        return functions == null ? null : functions.followed.implementations(type, method);
    }

    /** What classes are known to do. */
    KnownClasses known() {
        return new KnownClasses(language, types, this);
    }

    /** How a method's objects are checked. */
    ReceiverCheck receivers() {
        return new ReceiverCheck(language, types);
    }

    /** The function that a field's declaration makes it; null where it makes it none, or its source is not there. */
    Declarations.@Nullable Initializer initializer(VariableElement field) {
        return functions == null ? null : functions.declarations().initializer(field);
    }

    /** The functions that a field's initializer makes an array or list of, if nothing can change it; else none. */
    List<Declarations.Initializer> initializers(VariableElement field) {
        return functions == null ? List.of() : functions.declarations().initializers(field);
    }

    /** A method's own code; null where it is not there. */
    Declarations.@Nullable Body body(ExecutableElement method) {
        return functions == null ? null : functions.body(method);
    }

    /** A record's constructor as it is written; null where the compiler writes it. */
    RecordTypes.@Nullable Constructor constructor(ExecutableElement constructor) {
        return functions == null ? null : functions.constructor(constructor);
    }

    /** Whether it is one, and not a class that is like a record. */
    boolean isRecord(Type.Struct type) {
        return Objects.requireNonNull(language.classOf(types.mirror(type))).getKind() == ElementKind.RECORD;
    }

    /** Refuses a record that the generated class can't name. */
    void requireReachable(Type.Struct record, Span span) {
        requireReachable(Objects.requireNonNull(language.classOf(types.mirror(record))), span);
    }

    /** Whether calls of a method are calls of a function whose body is read. */
    boolean isFunction(ExecutableElement method) {
        return functions != null
                && (functions.followed.has(method) || isHandedFields(method) && functions.followed.canBeRead(method));
    }

    private Expr primitive(
            ExecutableElement method,
            boolean isStatic,
            @Nullable Expr receiver,
            List<Expr> arguments,
            Type result,
            Span span) {
        requireReachable(reachable(method, receiver), span);
        TypeElement declaring = Enclosing.type(method);
        List<Expr> operands = new ArrayList<>();
        if (receiver != null && !isStatic) {
            operands.add(receiver);
        }
        operands.addAll(arguments);
        if (result.carriesDerivative() || Annotations.find(declaring, Annotations.GENERATED) != null) {
            refuseOwner(method, operands, span);
        }
        Primitive primitive = new Primitive(
                isStatic ? Primitive.Form.STATIC_METHOD : Primitive.Form.METHOD,
                types.read(language.types.erasure(declaring.asType())),
                method.getSimpleName().toString(),
                Walk.types(operands),
                result,
                PureMethods.isPure(declaring, method) && (functions == null || !(result instanceof Type.Array)),
                language.signature(method),
                functions == null ? "" : functions.followed.obstacle(method),
                functions == null ? null : functions.followed.source(method));
        return new Expr.Apply(primitive, operands, span);
    }

    /** What must be named for a call: a public method is one of the object's class, whatever class declares it. */
    private Element reachable(ExecutableElement method, @Nullable Expr receiver) {
        TypeElement own = receiver != null && receiver.type() instanceof Type.Opaque opaque
                ? language.classOf(opaque.mirror())
                : null;
        return own != null && method.getModifiers().contains(Modifier.PUBLIC) ? own : method;
    }

    private static Expr apply(
            Primitive.Form form,
            Type owner,
            String name,
            List<Expr> operands,
            Type result,
            boolean pure,
            String signature,
            Span span) {
        List<Type> parameters = Walk.types(operands);
        return new Expr.Apply(new Primitive(form, owner, name, parameters, result, pure, signature), operands, span);
    }

    /** Refuses a member that the generated class, which stands in the method's package, can't name. */
    void requireReachable(Element member, Span span) {
        reach.require(member, span);
    }
}
