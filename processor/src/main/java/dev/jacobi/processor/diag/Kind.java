package dev.jacobi.processor.diag;

/**
 * Everything that can be wrong with a program: a stable id, the message, and a way out. {@code {0}}, {@code {1}}, … are
 * filled in. Texts are for a Java programmer who has never differentiated a program.
 */
public enum Kind {
    /* What is differentiated */
    NO_DERIVATIVE(
            "no-derivative",
            "{0} has no derivative here: its source is not in this compilation and no rule is given for it",
            "{1}write the formula with operators, Math or Tensor methods, give the method a rule with @DerivativeOf, or mark the variable that goes in"
                    + " @NoDerivative if it is to count as a constant"),
    NO_DERIVATIVE_OF_STREAM(
            "no-derivative",
            "{0} has no derivative here: what streams and methods that take functions do with each element isn't"
                    + " followed",
            "write out the loop that it stands for, as in for (double element : array) sum += element * element"),
    NO_DERIVATIVE_OF_COLLECTION(
            "no-derivative",
            "{0} has no derivative here: differentiated numbers aren't followed into collections and other objects of"
                    + " java.util",
            "keep them in variables, arrays or arrays of arrays"),
    NO_DERIVATIVE_OF_DRAWN(
            "no-derivative",
            "{0} has no derivative here: how a random number changes with what it is drawn from isn't known",
            "draw it without, and compute with it, as in low + (high - low) * random.nextDouble(), or mean + deviation *"
                    + " random.nextGaussian()"),
    NO_DERIVATIVE_BY(
            "no-derivative",
            "{0} has no derivative by {1} here: the rules that are given for it are by {2}",
            "give it a rule by {1} with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count"
                    + " as a constant"),
    NO_SECOND_DERIVATIVE(
            "no-derivative",
            "{0} has no derivative of this order here: it needs that of its rule {1}, whose source is not in this"
                    + " compilation or can't be differentiated",
            "give {1} a rule of its own with @DerivativeOf"),
    NO_TRANSPOSE(
            "no-derivative",
            "{0} has only a {2} here, and no {3} can be made of it: the source of {1} is not in this compilation",
            "give it a {3} with @DerivativeOf"),
    ENDLESS_TRANSPOSE(
            "no-derivative",
            "{0} has only a jvp here, and no vjp can be made of it: {1} calls {0} itself, so its derivative would need"
                    + " that vjp first",
            "give it a vjp with @DerivativeOf"),
    ENDLESS_SECOND_DERIVATIVE(
            "no-derivative",
            "{0} has no derivative of this order here: it has only a vjp, and {1} calls {0} itself, so that of its jvp"
                    + " would need itself first",
            "give it a jvp, too, with @DerivativeOf"),
    LEAVES_NUMBERS(
            "leaves-numbers",
            "the derivative is lost here: {0} turns a number that is differentiated into {1}",
            "keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if"
                    + " it is to count as a constant"),
    MAKES_OBJECT(
            "leaves-numbers",
            "the derivative is lost here: {0} turns a number that is differentiated into {1}, an object in which numbers"
                    + " aren't followed",
            "{2}; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant"),
    RECORD_AS_OBJECT(
            "leaves-numbers",
            "the derivative is lost here: {0} becomes {1}, an object in which numbers aren't followed",
            "keep it in a variable of type {0}, and call its methods there; of records of several kinds make one, with a"
                    + " component that says which kind it is"),
    GIVES_OBJECT(
            "leaves-numbers",
            "the derivative is lost here: {0} gives {1}, an object in which numbers aren't followed",
            "{2}; else give numbers, arrays or tensors, or mark the variable that goes in @NoDerivative if it is to count as a constant"),
    GIVES_AS_OBJECT(
            "leaves-numbers",
            "the derivative is lost here: {0} gives {1} as an object, in which numbers aren't followed",
            "have {2} declare that it takes and gives {1}, and not a type parameter or Object, or mark the variable that"
                    + " goes in @NoDerivative if it is to count as a constant"),
    UNSUPPORTED("unsupported", "{0} can't be differentiated yet", "{1}"),
    ASSIGNS_OUTSIDE(
            "assigns-outside",
            "{0} is not a local variable: a differentiated method can assign only its own variables and parameters",
            "return the value instead, or assign it in the method that calls this one"),
    CIRCULAR(
            "circular",
            "{0} can't be called here: it is the derivative of {1}, which needs a derivative of {2} first",
            "write a method without the call, and differentiate that"),
    NO_BODY(
            "no-body",
            "{0} has no body that could be differentiated",
            "annotate a method with a body; native and abstract methods have none"),
    NO_BODY_CALLED(
            "no-body",
            "{0} is called with differentiated numbers, but has no body that could be differentiated",
            "{1}"),
    NO_RETURN(
            "no-return",
            "{0} can end without a result",
            "end every path through it with a return or a throw, and at least one with a return"),
    NEVER_RETURNS("no-return", "{0} never gives a result", "end at least one path through it with a return"),
    NO_YIELD(
            "no-return",
            "this switch can end without a value",
            "end every case with a value, a yield or a throw, and at least one with a value"),
    NO_SOURCE(
            "no-source",
            "the source of {0} can't be found, and Jacobi works from source",
            "compile the file that declares it in this same compilation, or put its folder on -sourcepath"),
    NO_PARSE("no-parse", "{0} can't be read: {1}", "mend the syntax; if javac accepts the file, please report this"),

    /* What the method must be */
    NOT_STATIC(
            "not-static",
            "{0} is a method of an interface, and another may run where it is called",
            "make it static, or write it into a class"),
    GENERIC(
            "generic",
            "{0} has type parameters, and only methods without can be differentiated yet",
            "write the types out"),
    NOTHING_TO_DIFFERENTIATE(
            "nothing-to-differentiate",
            "{0} has no parameter that carries a derivative",
            "{1}differentiate by a parameter of type double, float or Tensor, or an array or record of these"),
    NO_RESULT(
            "no-result",
            "{0} gives {1}, which carries no derivative",
            "{2}return a double, a float, a Tensor, or an array or record of these"),
    UNKNOWN_PARAMETER(
            "unknown-parameter",
            "wrt names \"{0}\", but the parameters of {1} that carry derivatives are: {2}",
            "{3}name one of these, or leave wrt out to differentiate by all of them"),
    UNKNOWN_FIELD(
            "unknown-field",
            "wrt names \"{0}\", but the fields of the object of {1} that carry derivatives are: {2}",
            "name one of these, or a parameter by its name alone"),
    ORDER(
            "order",
            "order = {0} asks for no derivatives that there are",
            "write 1 for gradients, 2 for second derivatives as well, and so on up to {1}"),
    ORDER_OF_SEVERAL(
            "order",
            "order = {0} asks for second derivatives, which are those of a single number, but {1} gives {2}",
            "return one number, or annotate a method that makes one number of the result of this one"),
    SPARSE("sparse", "sparse = true asks for the derivatives of one double[], but {0} {1}", "{2}"),
    NO_LOOP(
            "no-loop",
            "@{0} says how a loop is to be differentiated, but no loop declares this variable or follows it",
            "put it on the variable that a for loop declares, or on a local variable declared just before the loop"),
    SNAPSHOTS(
            "snapshots",
            "snapshots = {0} is no number of snapshots",
            "write 1 or more, or leave it out for a snapshot before each iteration"),
    REPEATED("repeated", "a loop marked @Checkpoint computes its iterations more than once, but {0}", "{1}"),
    NO_FIXED_POINT(
            "fixed-point",
            "@FixedPoint marks what a loop improves until it stays as it is, but no loop comes behind this variable",
            "put it on a local variable that is declared before the loop"),
    FIXED_POINT_NUMBER(
            "fixed-point", "{0} = {1} is no positive number", "write a literal or a constant, or leave it out"),
    FIXED_POINT("fixed-point", "{0}, so there is no derivative of a @FixedPoint loop here", "{1}"),
    CROWDED(
            "crowded",
            "{0} can't have its derivative {1}: that would have more parameters than Java allows, which is 255 where each"
                    + " double and long counts as two",
            "hand the numbers in as an array or as a record"),
    UNREACHABLE("unreachable", "generated code can't reach {0}: it is {1}", "{2}"),
    PRIVATE_FIELDS("unreachable", "generated code is a class of its own, and can't read {0}", "{1}"),

    /* Rules of one's own */
    RULE_NO_METHOD("rule-method", "there is no method {0}{1} to give a derivative to", "{2}"),
    RULE_AMBIGUOUS(
            "rule-method",
            "this may be a derivative of several methods {0}: {1}",
            "say which by the types of its parameters: parameters = {2}"),
    RULE_FITS_NONE(
            "rule-method",
            "{0} is a derivative of none of these, by its parameters and its result: {1}",
            "say which is meant by the types of its parameters: parameters = {2}"),
    RULE_KNOWN(
            "rule-known",
            "{0} has a derivative, which a rule can't change",
            "call a method of your own instead, and give the rule to that"),
    RULE_NOT_STATIC("rule-header", "{0} is no static method, so derivatives can't call it", "make it static"),
    RULE_HEADER(
            "rule-header",
            "{0} takes {1}, but that is not what a {2} of {3} does",
            "write {4}; the result of {3} may stand behind its arguments"),
    RULE_OF_ONE(
            "rule-parameter",
            "{0} is one partial derivative, but {1} has several parameters that carry derivatives: {2}",
            "write one method for each, and name its parameter with by"),
    RULE_OF_NUMBERS(
            "rule-parameter",
            "a partial derivative is that of a number by a number, but {0} is {1}",
            "write a vjp, which takes a seed behind the arguments: form = DerivativeOf.Form.VJP"),
    RULE_PARAMETER(
            "rule-parameter",
            "by names \"{0}\", but the parameters of {1} that carry derivatives are: {2}",
            "name each of these once at most, or give its place among the parameters, counted from 0"),
    RULE_TWICE("rule-twice", "{0} is a derivative of {1} by {2} in this form already", "leave one of them out"),

    /* Shapes of tensors */
    SHAPES("shapes", "{0}: {1}", "{2}"),
    SHAPE_ARGUMENT("shapes", "{0} of {1} must have the shape {2}, but this has the shape {3}", "{4}"),
    SHAPE_RESULT("shapes", "the result must have the shape {0}, but this has the shape {1}", "{2}"),
    SHAPE_TEXT(
            "shape-text",
            "{0} describes no shape: {1}",
            "write the lengths of the dimensions, or names for those that may be any, as in @Shape(\"batch, 3\"); \"\" is"
                    + " the shape of a single number, and \"..., 3\" any whose last dimension has length 3"),
    SHAPE_OF_NO_TENSOR(
            "shape-text",
            "@Shape describes the shape of a tensor, but {0} is none",
            "leave it out: numbers have no shape, and the length of an array is checked by the code that reads it"),

    /* What is generated */
    NOT_A_NAME(
            "not-a-name",
            "\"{0}\" can't be the name of a generated class",
            "give a simple Java class name, such as @Differentiable(\"EnergyGrad\")"),
    NAME_INSIDE(
            "not-a-name",
            "{0} would generate the class {1}, inside which there is a class {1} already",
            "give the generated one another name: @Differentiable(\"{2}\")"),
    SAME_CLASS(
            "same-class",
            "{0} and {1} would both generate the class {2}",
            "give one of them another name: @Differentiable(\"{3}\")"),
    CLASS_EXISTS(
            "class-exists",
            "{0} would generate the class {1}, but there is a class of that name already",
            "give the generated one another name: @Differentiable(\"{2}\")"),
    SAME_MEMBER(
            "same-member",
            "the overloads {0} and {1} would both generate {2}",
            "give one of them a class of its own: @Differentiable(\"{3}\")"),

    /* What javac would say too, said before generated code depends on it */
    UNKNOWN_NAME(
            "unknown-name",
            "there is no variable, field or class named {0} here",
            "check the spelling, declare it before this line, or import the class"),
    NO_SUCH_FIELD("unknown-name", "there is no field {0} here", "{1}"),
    UNASSIGNED(
            "unassigned",
            "{0} may have no value here",
            "give it one where it is declared, or on every way that leads here"),
    UNKNOWN_LABEL(
            "unknown-name",
            "there is no {0} around this {1}",
            "check the spelling of labels, and put the {1} inside what it is to leave or to go on with"),
    UNKNOWN_TYPE("unknown-type", "there is no class named {0} here", "check the spelling, or import it"),
    NO_OBJECT(
            "no-object",
            "a static method is called on no object, so there is no {0} here",
            "leave static out, or hand {1} in as a parameter"),
    UNKNOWN_METHOD("unknown-method", "there is no method {0} that takes ({1})", "{2}"),
    WRONG_TYPE("wrong-type", "{0} is expected here, but this is {1}", "{2}"),

    /* What the compiler was told */
    UNKNOWN_OPTIMISATION(
            "unknown-optimisation", "-Ajacobi.without names \"{0}\", which is no optimisation", "there are: {1}"),
    UNKNOWN_FUNCTIONS(
            "unknown-functions", "-Ajacobi.functions names \"{0}\", which is no way to compute them", "there are: {1}"),
    REPORT_NOT_WRITTEN(
            "report-not-written",
            "the report that -Ajacobi.report asks for can't be written to \"{0}\": {1}",
            "name a directory that can be made or written to; a relative one is looked for where the compiler was started"),

    /* Warnings */
    INDEPENDENT(
            "independent",
            "the derivative of {0} by {1} is zero: the result does not depend on it, or only through conditions and roundings",
            "use it in the result, leave it out of wrt, or mark it @NoDerivative",
            true),
    CUT(
            "cut",
            "the derivative is cut here: a whole number has none, so what depends on it counts as constant",
            "keep the value in floating point, or mark the variable @NoDerivative if this is meant",
            true),

    /* Jacobi's own fault */
    INTERNAL(
            "internal",
            "a bug in Jacobi: {0} could not be differentiated ({1})",
            "please report this with the method's source; the rest of the compilation goes on without it");

    private final String id;
    private final String message;
    private final String remedy;
    private final boolean warning;

    Kind(String id, String message, String remedy) {
        this(id, message, remedy, false);
    }

    Kind(String id, String message, String remedy, boolean warning) {
        this.id = id;
        this.message = message;
        this.remedy = remedy;
        this.warning = warning;
    }

    /** The id in brackets in every message; it never changes. */
    public String id() {
        return id;
    }

    public boolean isWarning() {
        return warning;
    }

    /** The first line: what is wrong, and why. */
    public String message(Object... arguments) {
        return fill(message, arguments);
    }

    /** The last line: what to write instead. */
    public String remedy(Object... arguments) {
        return fill(remedy, arguments);
    }

    private static String fill(String template, Object... arguments) {
        String text = template;
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
