package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All programs that are one step smaller than a program: a method, a statement or an operation less. */
final class Smaller {

    private Smaller() {}

    static List<Program> than(Program program) {
        List<Program> out = new ArrayList<>();
        List<Method> methods = program.methods();
        for (int i = methods.size() - 1; i >= 0; i--) {
            out.add(new Program(program.seed(), without(methods, i), program.nested()));
        }
        for (int i = methods.size() - 1; i >= 0; i--) {
            for (Method smaller : of(methods.get(i))) {
                out.add(new Program(program.seed(), with(methods, i, smaller), program.nested()));
            }
        }
        return out;
    }

    private static List<Method> of(Method method) {
        List<Method> out = new ArrayList<>();
        if (!method.wrt().isEmpty()) {
            out.add(new Method(method.signature(), method.role(), method.parameters(), List.of(), method.body()));
        }
        bodies(method.body()).forEach(body -> out.add(method.withBody(body)));
        return out;
    }

    private static List<List<Statement>> bodies(List<Statement> body) {
        List<List<Statement>> out = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            out.add(without(body, i));
        }
        for (int i = 0; i < body.size(); i++) {
            for (List<Statement> part : body.get(i).bodies()) {
                List<Statement> inlined = new ArrayList<>(body.subList(0, i));
                inlined.addAll(part);
                out.add(inlined);
                inlined = new ArrayList<>(inlined);
                inlined.addAll(body.subList(i + 1, body.size()));
                out.add(inlined);
            }
            for (Statement smaller : statements(body.get(i))) {
                out.add(with(body, i, smaller));
            }
        }
        return out;
    }

    private static List<Statement> statements(Statement statement) {
        List<Statement> out = new ArrayList<>();
        if (statement instanceof Statement.Declare s && s.style() != Statement.Style.PLAIN) {
            out.add(new Statement.Declare(s.variable(), Statement.Style.PLAIN, s.value()));
        }
        simpler(statement).forEach(out::add);
        for (int i = 0; i < statement.bodies().size(); i++) {
            for (List<Statement> body : bodies(statement.bodies().get(i))) {
                out.add(statement.with(statement.terms(), with(statement.bodies(), i, body)));
            }
        }
        for (int i = 0; i < statement.terms().size(); i++) {
            for (Term term : terms(statement.terms().get(i))) {
                out.add(statement.with(with(statement.terms(), i, term), statement.bodies()));
            }
        }
        return out;
    }

    /** The same in a plainer form. */
    private static List<Statement> simpler(Statement statement) {
        List<Statement> out = new ArrayList<>();
        if (statement instanceof Loop.For s) {
            List<Statement> once = new ArrayList<>(s.start());
            once.addAll(s.body());
            out.add(new Statement.Block(once));
            for (int i = 0; i < s.updates().size(); i++) {
                out.add(new Loop.For(s.start(), s.condition(), without(s.updates(), i), s.body()));
            }
            for (int i = 0; i < s.start().size(); i++) {
                Statement.Declare counter = s.start().get(i);
                if (counter.style() != Statement.Style.PLAIN) {
                    Statement.Declare plain =
                            new Statement.Declare(counter.variable(), Statement.Style.PLAIN, counter.value());
                    out.add(new Loop.For(with(s.start(), i, plain), s.condition(), s.updates(), s.body()));
                }
                out.add(new Loop.For(without(s.start(), i), s.condition(), s.updates(), s.body()));
            }
        } else if (statement instanceof Loop.Each s) {
            Term first = new ArrayTerm.Element(s.array(), ArrayGenerator.whole(0));
            List<Statement> once = new ArrayList<>();
            once.add(new Statement.Declare(s.variable(), Statement.Style.PLAIN, Optional.of(first)));
            once.addAll(s.body());
            out.add(new Statement.Block(once));
        } else if (statement instanceof Statement.Switch s) {
            for (int i = 0; i < s.cases().size(); i++) {
                out.add(new Statement.Switch(s.selector(), s.arrows(), without(s.cases(), i)));
            }
        }
        return out;
    }

    private static List<Term> simpler(Term term) {
        List<Term> out = new ArrayList<>();
        if (term instanceof Select t) {
            for (int i = 0; i < t.arms().size(); i++) {
                out.add(new Select(t.type(), t.selector(), without(t.arms(), i)));
                for (List<Statement> body : bodies(t.arms().get(i).body())) {
                    out.add(t.withBodies(with(t.bodies(), i, body)));
                }
            }
        } else if (term instanceof FunctionTerm.Block t) {
            for (List<Statement> body : bodies(t.body())) {
                out.add(new FunctionTerm.Block(t.parameter(), body, t.anonymous()));
            }
        } else if (term instanceof ArrayTerm.Initialise t) {
            out.addAll(t.shorter());
        } else if (term instanceof ArrayTerm.Put t && t.operator().isPresent()) {
            out.add(new ArrayTerm.Put(t.array(), t.index(), Optional.empty(), t.value()));
        } else if (term instanceof Term.Assign t && t.operator().isPresent()) {
            out.add(new Term.Assign(t.target(), Optional.empty(), t.value()));
        }
        return out;
    }

    /** Operands in an operation's place, a literal, or the same with a smaller operand. */
    private static List<Term> terms(Term term) {
        List<Term> out = new ArrayList<>();
        for (Term operand : term.operands()) {
            if (term.type().holds(operand.type())) {
                out.add(operand);
            } else if (!(term instanceof Term.Cast)
                    && term.type().isNumber()
                    && operand.type().isNumber()) {
                out.add(new Term.Cast(term.type(), operand));
            }
        }
        if (!(term instanceof Term.Literal
                || term instanceof FunctionTerm.OfMath
                || term instanceof ArrayTerm.Create
                || isPlain(term))) {
            literals(term.type()).forEach(out::add);
        }
        out.addAll(simpler(term));
        for (int i = 0; i < term.operands().size(); i++) {
            for (Term smaller : terms(term.operands().get(i))) {
                out.add(term.with(with(term.operands(), i, smaller)));
            }
        }
        return out;
    }

    private static boolean isPlain(Term term) {
        return term instanceof RecordTerm.Construct
                && term.equals(literals(term.type()).get(0));
    }

    private static List<Term> literals(Type type) {
        return switch (type) {
            case VOID -> List.of();
            case BOOLEAN -> List.of(new Term.Literal("true", type), new Term.Literal("false", type));
            case INT -> List.of(new Term.Literal("1", type));
            case LONG -> List.of(new Term.Literal("1L", type));
            case FLOAT -> List.of(new Term.Literal("1f", type));
            case DOUBLE -> List.of(new Term.Literal("1.0", type));
            case STRING -> List.of(new Term.Literal("\"up\"", type));
            case MODE -> List.of(new Term.Literal("Mode.LOW", type));
            case FUNCTION -> List.of(new FunctionTerm.OfMath(MathFunction.SIN));
            case PAIR, TAGGED ->
                List.of(new RecordTerm.Construct(
                        type,
                        type.components().stream()
                                .map(c -> literals(c.type()).get(0))
                                .toList()));
            case PAIRS -> List.of(new ArrayTerm.Initialise(type, literals(Type.PAIR)));
            case DOUBLE_ROWS, FLOAT_ROWS ->
                List.of(new ArrayTerm.Create(type, List.of(ArrayGenerator.whole(2), ArrayGenerator.whole(2))));
            default -> List.of(new ArrayTerm.Create(type, List.of(ArrayGenerator.whole(2))));
        };
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> out = new ArrayList<>(list);
        out.remove(index);
        return out;
    }

    private static <T> List<T> with(List<T> list, int index, T element) {
        List<T> out = new ArrayList<>(list);
        out.set(index, element);
        return out;
    }
}
