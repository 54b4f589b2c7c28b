package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes of tensors that are known when a program is compiled, and don't fit. */
class ShapeErrorsTest {

    /** Members of {@code Model.java}, whose first line is the fifth. */
    private static Mistake inModel(String what, String members, String output) {
        return Mistake.mistake(what, source(members), output);
    }

    private static String source(String members) {
        return "import dev.jacobi.*;\nimport dev.jacobi.Shape;\nimport dev.jacobi.tensor.*;\nfinal class Model {\n"
                + members + "}\n";
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("product of a parameter and a constant", """
                            @Differentiable static Tensor f(@Shape("batch, 3") Tensor x) {
                                Tensor w = Tensor.ones(4, 5);
                                return «x.mm(w)».exp();
                            }
                        """, """
                        Model.java:7: error: [jacobi:shapes] mm: x has shape [batch, 3] and w has shape [4, 5]; the first must have as many columns as the second has rows, but 3 is not 4
                                return x.mm(w).exp();
                                           ^
                            [batch, 3] comes from @Shape on x in line 5, [4, 5] comes from Tensor.ones in line 6
                        """),
                inModel("the matrix turned would fit", """
                            @Differentiable static Tensor f(@Shape("batch, in") Tensor x, @Shape("out, in") Tensor w) {
                                return «x.mm(w)»;
                            }
                        """, """
                        Model.java:6: error: [jacobi:shapes] mm: x has shape [batch, in] and w has shape [out, in]; the first must have as many columns as the second has rows, but nothing says that in is out
                                return x.mm(w);
                                           ^
                            the second one turned by t() would fit, or write one name for both lengths if they are always equal; [batch, in] comes from @Shape on x in line 5, [out, in] comes from @Shape on w in line 5
                        """),
                inModel("broadcasting", """
                            static final int HIDDEN = 4;
                            @Differentiable static Tensor f(@Shape("batch, 3") Tensor x) {
                                x = x.relu();
                                return «x.add(Tensor.zeros(HIDDEN))»;
                            }
                        """, """
                        Model.java:8: error: [jacobi:shapes] add: x has shape [batch, 3] and the argument has shape [4]; counted from the last, dimensions must be equal or 1, and 3 and 4 are not
                                return x.add(Tensor.zeros(HIDDEN));
                                            ^
                            [batch, 3] comes from relu in line 7, [4] comes from Tensor.zeros in line 8
                        """),
                inModel("in a method that is called", """
                            @Differentiable static Tensor f(Tensor x) {
                                return layer(x.reshape(-1, 2), Tensor.eye(3));
                            }
                            private static Tensor layer(Tensor x, Tensor w) {
                                return «x.mm(w)».tanh();
                            }
                        """, """
                        Model.java:9: error: [jacobi:shapes] mm: x has shape [?, 2] and w has shape [3, 3]; the first must have as many columns as the second has rows, but 2 is not 3
                                return x.mm(w).tanh();
                                           ^
                            [?, 2] comes from reshape in line 6, [3, 3] comes from Tensor.eye in line 6; called in Model.java:6
                        """),
                inModel("argument of a method with shapes", """
                            @Differentiable static Tensor f(@Shape("batch, 3") Tensor x) {
                                return layer(x, «Tensor.ones(4, 5)»);
                            }
                            static Tensor layer(@Shape("batch, in") Tensor x, @Shape("in, out") Tensor w) {
                                return x.mm(w);
                            }
                        """, """
                        Model.java:6: error: [jacobi:shapes] w of Model.layer(Tensor, Tensor) must have the shape [in, out], but this has the shape [4, 5]: in is 3 in x and 4 here
                                return layer(x, Tensor.ones(4, 5));
                                                           ^
                            [4, 5] comes from Tensor.ones in line 6
                        """),
                inModel("result", """
                            @Differentiable @Shape("batch, 4") static Tensor f(@Shape("batch, 3") Tensor x) {
                                return «x.exp()»;
                            }
                            @Differentiable @Shape("3, batch") static Tensor g(@Shape("batch, 3") Tensor x) {
                                return x.t();
                            }
                        """, """
                        Model.java:6: error: [jacobi:shapes] the result must have the shape [batch, 4], but this has the shape [batch, 3]
                                return x.exp();
                                            ^
                            [batch, 3] comes from exp in line 6
                        """),
                inModel("result of a method that is called", """
                            @Differentiable static Tensor f(@Shape("n, m") Tensor x) {
                                return «pair(x).mul(Tensor.ones(3))»;
                            }
                            @Shape("rows, 2") static Tensor pair(@Shape("rows, columns") Tensor x) {
                                return x.narrow(1, 0, 2);
                            }
                        """, """
                        Model.java:6: error: [jacobi:shapes] mul: the tensor before the dot has shape [n, 2] and the argument has shape [3]; counted from the last, dimensions must be equal or 1, and 2 and 3 are not
                                return pair(x).mul(Tensor.ones(3));
                                                  ^
                            [n, 2] comes from narrow in line 9, [3] comes from Tensor.ones in line 6
                        """),
                inModel("operations that are made of others", """
                            @Differentiable static Tensor f(@Shape("3, 4") Tensor x) {
                                Tensor a = «x.nllLoss(Index.of(0, 1), -100, Reduction.MEAN)»;
                                Tensor b = «x.multilabelSoftMarginLoss(Tensor.ones(3, 5))»;
                                Tensor c = «x.softMarginLoss(Tensor.ones(3))»;
                                return a.add(b).add(c).add(«x.nllLoss(Index.of(1, 2, 0), Tensor.ones(3), 0, Reduction.SUM)»);
                            }
                        """, """
                        Model.java:6: error: [jacobi:shapes] nllLoss: x has shape [3, 4] and the argument with the targets has shape [2]; the targets must have the shape [3], without the classes
                                Tensor a = x.nllLoss(Index.of(0, 1), -100, Reduction.MEAN);
                                                    ^
                            [3, 4] comes from @Shape on x in line 5, [2] comes from Index.of in line 6
                        Model.java:7: error: [jacobi:shapes] multilabelSoftMarginLoss: the argument with the targets has shape [3, 5] and x has shape [3, 4]; both must have one shape
                                Tensor b = x.multilabelSoftMarginLoss(Tensor.ones(3, 5));
                                                                     ^
                            [3, 5] comes from Tensor.ones in line 7, [3, 4] comes from @Shape on x in line 5
                        Model.java:8: error: [jacobi:shapes] softMarginLoss: target has shape [3] and x has shape [3, 4]; counted from the last, dimensions must be equal or 1, and 3 and 4 are not
                                Tensor c = x.softMarginLoss(Tensor.ones(3));
                                                           ^
                            [3] comes from Tensor.ones in line 8, [3, 4] comes from @Shape on x in line 5
                        Model.java:9: error: [jacobi:shapes] nllLoss: the weight has shape [3] and x has shape [3, 4]; it must have a weight for each class
                                return a.add(b).add(c).add(x.nllLoss(Index.of(1, 2, 0), Tensor.ones(3), 0, Reduction.SUM));
                                                                    ^
                            [3] comes from Tensor.ones in line 9, [3, 4] comes from @Shape on x in line 5
                        """),
                inModel("reshape, dimension, parts", """
                            @Differentiable static Tensor f(@Shape("2, 3") Tensor x) {
                                Tensor a = «x.reshape(4, -1)»;
                                Tensor b = «x.sum(2)»;
                                Tensor[] halves = x.split(2, 1);
                                return Tensor.cat(0, a, b, «halves[1].mm(halves[0])»);
                            }
                        """, """
                        Model.java:6: error: [jacobi:shapes] reshape: x has shape [2, 3]; its 6 elements do not fill the shape [4, -1]
                                Tensor a = x.reshape(4, -1);
                                                    ^
                            [2, 3] comes from @Shape on x in line 5
                        Model.java:7: error: [jacobi:shapes] sum: x has shape [2, 3]; there is no dimension 2: they are 0 to 1, or -1 to -2
                                Tensor b = x.sum(2);
                                                ^
                            [2, 3] comes from @Shape on x in line 5
                        Model.java:9: error: [jacobi:shapes] mm: the tensor before the dot has shape [2, 1] and the argument has shape [2, 2]; the first must have as many columns as the second has rows, but 1 is not 2
                                return Tensor.cat(0, a, b, halves[1].mm(halves[0]));
                                                                       ^
                            [2, 1] comes from split in line 8, [2, 2] comes from split in line 8
                        """),
                inModel("constants of arrays, joined and summed by an equation", """
                            @Differentiable static Tensor f(Tensor x) {
                                Tensor a = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
                                Tensor b = «Tensor.einsum("ij,jk->ik", a, a)»;
                                return x.add(«Tensor.cat(0, a, Tensor.ones(2, 3))»).add(b);
                            }
                        """, """
                        Model.java:7: error: [jacobi:shapes] einsum: a has shape [3, 2] and a has shape [3, 2]; index j must have one length, and 2 and 3 are not
                                Tensor b = Tensor.einsum("ij,jk->ik", a, a);
                                                        ^
                            [3, 2] comes from Tensor.of in line 6
                        Model.java:8: error: [jacobi:shapes] cat: a has shape [3, 2] and argument 3 has shape [2, 3]; all must be equal but for the dimension that they are joined along
                                return x.add(Tensor.cat(0, a, Tensor.ones(2, 3))).add(b);
                                                       ^
                            [3, 2] comes from Tensor.of in line 6, [2, 3] comes from Tensor.ones in line 8
                        """),
                inModel("loop", """
                            @Differentiable static Tensor f(@Shape("3, 3") Tensor x, int n) {
                                Tensor y = x;
                                for (int i = 0; i < n; i++) {
                                    y = y.mm(x).add(«x.mv(Tensor.ones(4))»);
                                }
                                return y;
                            }
                        """, """
                        Model.java:8: error: [jacobi:shapes] mv: x has shape [3, 3] and the argument has shape [4]; the first must have as many columns as the second has elements, but 3 is not 4
                                    y = y.mm(x).add(x.mv(Tensor.ones(4)));
                                                        ^
                            [3, 3] comes from @Shape on x in line 5, [4] comes from Tensor.ones in line 8
                        """),
                inModel("record's component and field", """
                            record Layer(@Shape("in, out") Tensor w, @Shape("out") Tensor b) {}
                            @Shape("5") static final Tensor SCALE = Tensor.ones(5);
                            @Differentiable static Tensor f(@Shape("batch, 3") Tensor x, Layer layer) {
                                return «x.mul(SCALE)».mm(layer.w()).add(«layer.b().mm(x)»);
                            }
                        """, """
                        Model.java:8: error: [jacobi:shapes] mul: x has shape [batch, 3] and the argument has shape [5]; counted from the last, dimensions must be equal or 1, and 3 and 5 are not
                                return x.mul(SCALE).mm(layer.w()).add(layer.b().mm(x));
                                            ^
                            [batch, 3] comes from @Shape on x in line 7, [5] comes from @Shape on SCALE in line 6
                        Model.java:8: error: [jacobi:shapes] mm: the tensor before the dot has shape [out]; it must have 2 dimensions
                                return x.mul(SCALE).mm(layer.w()).add(layer.b().mm(x));
                                                                                  ^
                            [out] comes from @Shape on layer.b() in line 5
                        """),
                inModel("text of no shape", """
                            @Differentiable static Tensor f(@Shape(«"batch 3"») Tensor x) { return x.exp(); }
                            @Differentiable static Tensor g(@Shape(«"3, ..."») Tensor x) { return x.exp(); }
                            @Differentiable @Shape(«"3,,4"») static Tensor h(Tensor x) { return x.exp(); }
                            @Differentiable static double i(@Shape(«"3"») double[] x) { return x[0]; }
                        """, """
                        Model.java:5: error: [jacobi:shape-text] "batch 3" describes no shape: "batch 3" is neither a length such as 3 nor a name such as batch
                            @Differentiable static Tensor f(@Shape("batch 3") Tensor x) { return x.exp(); }
                                                                   ^
                            write the lengths of the dimensions, or names for those that may be any, as in @Shape("batch, 3"); "" is the shape of a single number, and "..., 3" any whose last dimension has length 3
                        Model.java:6: error: [jacobi:shape-text] "3, ..." describes no shape: ... stands for dimensions before all others, and so comes first
                            @Differentiable static Tensor g(@Shape("3, ...") Tensor x) { return x.exp(); }
                                                                   ^
                            write the lengths of the dimensions, or names for those that may be any, as in @Shape("batch, 3"); "" is the shape of a single number, and "..., 3" any whose last dimension has length 3
                        Model.java:7: error: [jacobi:shape-text] "3,,4" describes no shape: a length is missing
                            @Differentiable @Shape("3,,4") static Tensor h(Tensor x) { return x.exp(); }
                                                   ^
                            write the lengths of the dimensions, or names for those that may be any, as in @Shape("batch, 3"); "" is the shape of a single number, and "..., 3" any whose last dimension has length 3
                        Model.java:8: error: [jacobi:shape-text] @Shape describes the shape of a tensor, but x is none
                            @Differentiable static double i(@Shape("3") double[] x) { return x[0]; }
                                                                   ^
                            leave it out: numbers have no shape, and the length of an array is checked by the code that reads it
                        """),
                inModel("no tensor, whether it is differentiated or not", """
                            record Part(@Shape(«"3"») double[] weights) {}
                            @Shape(«"2 2"») static final Tensor SCALE = Tensor.ones(2, 2);
                            Model(@Shape(«"n"») int n, @Shape("n") Tensor x) {}
                            @Differentiable static double f(double x) { return x * count(x > 1); }
                            @Shape(«"2"») static int count(boolean large) { return large ? 2 : 1; }
                            static Tensor other(@Shape(«"2,"») Tensor x) { return x; }
                        """, """
                        Model.java:5: error: [jacobi:shape-text] @Shape describes the shape of a tensor, but weights is none
                            record Part(@Shape("3") double[] weights) {}
                                               ^
                            leave it out: numbers have no shape, and the length of an array is checked by the code that reads it
                        Model.java:6: error: [jacobi:shape-text] "2 2" describes no shape: "2 2" is neither a length such as 3 nor a name such as batch
                            @Shape("2 2") static final Tensor SCALE = Tensor.ones(2, 2);
                                   ^
                            write the lengths of the dimensions, or names for those that may be any, as in @Shape("batch, 3"); "" is the shape of a single number, and "..., 3" any whose last dimension has length 3
                        Model.java:7: error: [jacobi:shape-text] @Shape describes the shape of a tensor, but n is none
                            Model(@Shape("n") int n, @Shape("n") Tensor x) {}
                                         ^
                            leave it out: numbers have no shape, and the length of an array is checked by the code that reads it
                        Model.java:9: error: [jacobi:shape-text] @Shape describes the shape of a tensor, but the result of count is none
                            @Shape("2") static int count(boolean large) { return large ? 2 : 1; }
                                   ^
                            leave it out: numbers have no shape, and the length of an array is checked by the code that reads it
                        Model.java:10: error: [jacobi:shape-text] "2," describes no shape: a length is missing
                            static Tensor other(@Shape("2,") Tensor x) { return x; }
                                                       ^
                            write the lengths of the dimensions, or names for those that may be any, as in @Shape("batch, 3"); "" is the shape of a single number, and "..., 3" any whose last dimension has length 3
                        """),
                inModel("no tensor, and nothing is differentiated", """
                            @Shape(value = «"2"») int[] counts;
                        """, """
                        Model.java:5: error: [jacobi:shape-text] @Shape describes the shape of a tensor, but counts is none
                            @Shape(value = "2") int[] counts;
                                           ^
                            leave it out: numbers have no shape, and the length of an array is checked by the code that reads it
                        """),
                inModel("a constant says it", """
                            static final String ROWS = "batch 3";
                            @Differentiable @Shape(«ROWS + ""») static Tensor f(@Shape(«ROWS») Tensor x) { return x.exp(); }
                        """, """
                        Model.java:6: error: [jacobi:shape-text] "batch 3" describes no shape: "batch 3" is neither a length such as 3 nor a name such as batch
                            @Differentiable @Shape(ROWS + "") static Tensor f(@Shape(ROWS) Tensor x) { return x.exp(); }
                                                        ^
                            write the lengths of the dimensions, or names for those that may be any, as in @Shape("batch, 3"); "" is the shape of a single number, and "..., 3" any whose last dimension has length 3
                        Model.java:6: error: [jacobi:shape-text] "batch 3" describes no shape: "batch 3" is neither a length such as 3 nor a name such as batch
                            @Differentiable @Shape(ROWS + "") static Tensor f(@Shape(ROWS) Tensor x) { return x.exp(); }
                                                                                     ^
                            write the lengths of the dimensions, or names for those that may be any, as in @Shape("batch, 3"); "" is the shape of a single number, and "..., 3" any whose last dimension has length 3
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReportedAtItsPlace(Mistake mistake) {
        mistake.check();
    }

    /** What may be right, each for a reason of its own. */
    static Stream<String> right() {
        return Stream.of(
                // a name may be any number
                """
                @Differentiable static Tensor f(@Shape("batch, in") Tensor x) { return x.mm(Tensor.ones(3, 4)); }
                """,
                // two names may be equal, or one of them 1
                """
                @Differentiable static Tensor f(@Shape("n") Tensor x, @Shape("m") Tensor y) { return x.mul(y); }
                """,
                // a question for the shape is answered
                """
                @Differentiable static Tensor f(@Shape("batch, 3") Tensor x) {
                    return x.rank() == 3 || x.dim(1) == 4 ? x.mm(Tensor.ones(4, 4)) : x;
                }
                """,
                // nobody knows whether it is
                """
                @Differentiable static Tensor f(@Shape("n, k") Tensor x, @Shape("m, k") Tensor y) {
                    return x.dim(1) == y.dim(0) ? x.mm(y) : x.mm(y.t());
                }
                """,
                // a branch of a method is there for other calls
                """
                @Differentiable static Tensor f(@Shape("2, 3") Tensor x, int way) {
                    return g(x, Tensor.ones(3, 2), false).add(g(x, Tensor.ones(2, 3), way > 1));
                }
                static Tensor g(Tensor x, Tensor y, boolean turned) { return turned ? x.mm(y.t()) : x.mm(y); }
                """.replace("g(x, Tensor.ones(2, 3), way > 1)", "g(x, Tensor.ones(3, 2), way > 1)"),
                // a shape that changes from one iteration to the next
                """
                @Differentiable static Tensor f(@Shape("4, 4") Tensor x) {
                    Tensor y = x;
                    while (y.dim(0) > 1) { y = y.narrow(0, 0, y.dim(0) - 1); }
                    return y.reshape(4);
                }
                """,
                // an array that is written after it was made
                """
                @Differentiable static Tensor f(@Shape("2, 3") Tensor x) {
                    int[] shape = {4, 4};
                    shape[0] = 3;
                    shape[1] = 2;
                    return x.reshape(shape);
                }
                """,
                // names cancel out
                """
                @Differentiable @Shape("batch, 6") static Tensor f(@Shape("batch, 2, 3") Tensor x) {
                    return x.reshape(x.dim(0), -1);
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("right")
    void isNotRefused(String members) {
        assertThat(Javac.compile(List.of(SourceText.of(source(members)))).text())
                .isEmpty();
    }
}
