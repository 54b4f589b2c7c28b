package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.rules.Rule;
import dev.jacobi.processor.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the texts of rules, which are Java expressions, with the reader that reads the user's. Each is read once. */
public final class RuleReader implements Partials {

    private final Language language;
    private final TypeReader types;
    private final Operators operators;
    private final Sources sources;
    private final Rules rules;
    private final TypeNames names;
    private final Map<Primitive, List<@Nullable Partial>> read = new HashMap<>();
    private final Map<Primitive, Definition> definitions = new HashMap<>();

    RuleReader(Language language, TypeReader types, Operators operators, Sources sources, Rules rules) {
        this.language = language;
        this.types = types;
        this.operators = operators;
        this.sources = sources;
        this.rules = rules;
        this.names = TypeNames.beside(language, tensor());
    }

    private TypeElement tensor() {
        return Objects.requireNonNull(
                language.find("dev.jacobi.tensor.Tensor"), "jacobi-runtime is not on the class path");
    }

    @Override
    public @Nullable List<@Nullable Partial> of(Primitive primitive) {
        List<@Nullable Partial> partials = read.get(primitive);
        if (partials == null) {
            Rule rule = rules.of(primitive);
            if (rule == null || rule.isDefined()) {
                return null;
            }
            partials = new Template(rule, primitive).partials();
            read.put(primitive, partials);
        }
        return partials;
    }

    /** What a primitive is made of; null where its derivative is a rule's, or it has none. */
    @Nullable
    Definition definition(Primitive primitive) {
        Definition definition = definitions.get(primitive);
        if (definition == null) {
            Rule rule = rules.of(primitive);
            if (rule == null || !rule.isDefined()) {
                return null;
            }
            definition = new Template(rule, primitive).definition();
            definitions.put(primitive, definition);
        }
        return definition;
    }

    /** One rule on operands of given types. */
    private final class Template {
        private final Rule rule;
        private final Primitive primitive;
        private final List<Var> operands = new ArrayList<>();
        private final Names variables;
        private final boolean variadic;

        Template(Rule rule, Primitive primitive) {
            this.rule = rule;
            this.primitive = primitive;
            List<String> declared = operandNames();
            this.variadic = rule.header().contains("...");
            for (int i = 0; i < primitive.parameters().size(); i++) {
                boolean repeated = variadic && i >= declared.size() - 1;
                String last = declared.get(declared.size() - 1);
                String name = repeated ? last + "$" + (i - declared.size() + 1) : declared.get(i);
                operands.add(new Var(name, primitive.parameters().get(i)));
            }
            this.variables = new Names(operands, new Var("r", primitive.result()));
        }

        private List<String> operandNames() {
            List<String> declared = new ArrayList<>();
            if (primitive.form() == Primitive.Form.METHOD) {
                declared.add("x");
            }
            for (String parameter : rule.parameters()) {
                declared.add(parameter.substring(parameter.lastIndexOf(' ') + 1));
            }
            return declared;
        }

        List<@Nullable Partial> partials() {
            List<@Nullable Partial> partials = new ArrayList<>();
            int next = 0;
            for (int i = 0; i < operands.size(); i++) {
                boolean differentiable = operands.get(i).type().carriesDerivative() && !rule.isNone();
                if (!differentiable) {
                    partials.add(null);
                    continue;
                }
                int last = rule.partials().size() - 1;
                partials.add(partial(rule.partials().get(Math.min(next, last)), i));
                next++;
            }
            return partials;
        }

        private @Nullable Partial partial(Rule.Partial partial, int i) {
            if (partial instanceof Rule.Partial.Factor factor) {
                return new Partial.Factor(variables, read(factor.text(), List.of(), i));
            }
            if (partial instanceof Rule.Partial.Products products) {
                Var dot = dot(operands.get(i));
                Var bar = new Var("rBar", primitive.result());
                return new Partial.Products(
                        variables,
                        read(products.jvp(), List.of(dot), i),
                        List.of(dot),
                        read(products.vjp(), List.of(bar), i),
                        bar);
            }
            if (partial instanceof Rule.Partial.Each each) {
                return each(each, i);
            }
            return null;
        }

        private Partial each(Rule.Partial.Each each, int i) {
            List<Var> dots = operands.stream()
                    .filter(v -> v.type().carriesDerivative())
                    .map(this::dot)
                    .toList();
            Var bar = new Var("rBar", primitive.result());
            String vjp = operands.get(i).type() instanceof Type.Array ? each.wholeVjp() : each.vjp();
            return new Partial.Products(variables, read(each.jvp(), dots, i), dots, read(vjp, List.of(bar), i), bar);
        }

        private Var dot(Var operand) {
            return new Var(operand.name() + "Dot", operand.type());
        }

        /** Lines that name a value, and the result; what has an effect is named, too. */
        Definition definition() {
            Frame frame = frame(operands);
            NameSupply supply = new NameSupply();
            operands.forEach(v -> supply.fresh(v.name()));
            List<String> lines = rule.definition();
            for (String line : lines.subList(0, lines.size() - 1)) {
                int equals = line.indexOf(" = ");
                Expr value = expression(line.substring(equals + 3), 0, supply, frame);
                Var variable = new Var(supply.fresh(line.substring(0, equals)), value.type());
                frame.out.add(new Stmt.Declare(variable, value, new Stmt.Note(Stmt.Role.PRIMAL, value.span())));
                bind(variable, frame);
            }
            Expr result = expression(lines.get(lines.size() - 1), 0, supply, frame);
            if (result.type() instanceof Type.Array) {
                throw new IllegalStateException(rule.header() + " gives an array, so it needs a rule");
            }
            return new Definition(operands, frame.out, result);
        }

        private Expr read(String text, List<Var> more, int index) {
            Frame frame = frame(operands);
            bind(variables.result(), frame);
            more.forEach(v -> bind(v, frame));
            Expr result = expression(text, index, new NameSupply(), frame);
            if (!frame.out.isEmpty()) {
                throw new IllegalStateException("rule " + rule.header() + " has an effect in " + text);
            }
            return result;
        }

        private Frame frame(List<Var> bound) {
            Frame frame = Frame.of(Scope.of(names, new Origin("rule " + rule.header(), tensor())));
            bound.forEach(v -> bind(v, frame));
            return frame;
        }

        private Expr expression(String text, int index, NameSupply supply, Frame frame) {
            Expression expression = sources.expression(variadic ? spread(text, index) : text);
            Typer typer = new Typer(language);
            MemberReader members = new MemberReader(language, types, null, "", null);
            Reading reading = new Reading(typer, types, operators, members, RuleReader.this);
            return new ExpressionReader(reading, supply, null).read(expression, frame);
        }

        private void bind(Var variable, Frame frame) {
            TypeMirror mirror = types.mirror(variable.type());
            frame.scope.declare(variable.name(), mirror);
            Span span = new Span(new Origin("rule", tensor()), 0, 0, 0, 0);
            frame.locals.put(variable.name(), new Frame.Local(new Expr.Ref(variable, span), variable.type(), false));
        }

        /** Writes the varargs out: {@code xs} and {@code xsDot} become the lists of all, {@code i} the index. */
        private String spread(String text, int index) {
            List<String> declared = operandNames();
            String all = declared.get(declared.size() - 1);
            int first = declared.size() - 1;
            List<String> each = new ArrayList<>();
            for (int i = first; i < operands.size(); i++) {
                each.add(operands.get(i).name());
            }
            String own = first <= index ? operands.get(index).name() : all;
            return text.replaceAll("\\b" + all + "\\[i]", quoted(own))
                    .replaceAll("(, )?\\b" + all + "Dot\\b", listed(each, "Dot"))
                    .replaceAll("(, )?\\b" + all + "\\b(?!\\$)", listed(each, ""))
                    .replaceAll("\\bi\\b", String.valueOf(index - first));
        }

        /** What stands for all varargs: the comma before them stays if there are any. */
        private static String listed(List<String> each, String suffix) {
            List<String> written =
                    each.stream().map(name -> quoted(name + suffix)).toList();
            return each.isEmpty() ? "" : "$1" + String.join(", ", written);
        }

        private static String quoted(String name) {
            return Matcher.quoteReplacement(name);
        }
    }
}
