package samples  ;	import dev.jacobi.*;
import dev.jacobi.processor.samples.Sample; import java.util.*;
import static java.lang.Math.*;

/* A class as one finds them: "odd" formatting, // comments everywhere, and much that is no concern of ours. */
@SuppressWarnings({"unused", "rawtypes"})
final class RealText<T extends Comparable<? super T>> implements java.io.Serializable
{
	private static final long serialVersionUID = 1L ;
	private final Map<String, List<? extends T>> registry = new HashMap<>( ) ;
	private static final String BRACES = "}{ /* not a comment */ // nor this \" ' ;";
	static { if (BRACES.length() < 0) throw new IllegalStateException("never") ; }

	enum Mode { FAST { @Override int weight() { return 2; } }, EXACT; int weight() { return 1; } }

	interface Visitor<R> { R visit(RealText<?> text); default int depth() { return 0; } }

	private class Node<K extends T> { K key; Node<K> next; Node(K key) { this.key = key; } }

	@FunctionalInterface private interface Thrower<E extends Exception> { void run() throws E; }

	public <K> List<K> generic(Collection<? extends K> from, K... more) { var l = new ArrayList<K>(from); l.addAll(Arrays.asList(more)); return l; }

	static int lambdas() { Runnable r = () -> { }; r.run(); return Optional.of(1).map(x -> x + 1).filter(x -> x > 1).orElseGet(() -> 0); }

	/**
	 * Tabs, C's brackets, several declarators, and a comment {@code /} in every gap.
	 * @param x an array, C's way
	 */
	public @Differentiable /*1*/ @Sample ( /*2*/ at = /*3*/ { "[1, 2], 3" , } , gives = "[2, 4], 3" ) /*4*/ static // 5
	/*6*/ double /*7*/ oddFormatting ( /*8*/ final double x [ ] /*9*/ , double /*10*/ y ) // 11
	{ // 12
		/*13*/ double a [ ] = { /*14*/ x [ 0 ] , x[ 1 ] , } , /*15*/ b /*16*/ = /*17*/ 1 /*18*/ ; // 19
		for /*20*/ ( /*21*/ int i = 0 , n = a . length /*22*/ ; /*23*/ i < n ; /*24*/ i ++ /*25*/ ) /*26*/ { /*27*/
			if ( i >= 0 ) b += a /*28*/ [ /*29*/ i /*30*/ ] * /*31*/ a [ i ] ; else /*32*/ { ; ; }
		} ; // 33
		return /*34*/ ( ( b ) ) /*35*/ + ( double ) y * ( y ) / 2 ; /*36*/
	} ;

	@Differentiable
	@Sample(at = "[1, 2], 0.5")
	static double größenMaß(double[] λάμδα, double ε) { double Σ = 0; for (double ξ : λάμδα) Σ += ξ * ξ * ε; return sqrt(Σ) + λάμδα[0] * ε; }

	@Differentiable
	@Sample(at = {"2, FAST", "2, EXACT"}, gives = {"2", "1"})
	static double onlyOneLine(double x, Mode mode) { return x * mode.weight(); }

	@Differentiable @Sample(at = "[1, 2, 3]") static strictfp double withModifiers(final double... x) { final double[] copy = (double[]) x.clone(); int i = +0; while (i != copy.length) { copy[i] = -(-copy[i]) * (x[i] + (i)); ++i; } return (((copy)))[0] + copy[1] * copy[(2)]; }

	@Differentiable
	@Sample(at = {"[1, 2, 3], 2"})
	public static double ifsWithoutBraces(double[] x, int n) {
		double y = 1;
		if (n > 1)
			for (int i = 0; i < n; i++)
				if (i % 2 == 0)
					y *= x[i];
				else
					do
						y += x[i] * y;
					while (y < 0);
		else
			return x[0];
		return y*x[2]-(y-x[1]-(x[0]-y));
	}

	static double[] helper() [ ] { return new double[][] { { 1 , 2 } , { 3 , 4 } , } ; }

	@Differentiable
	@Sample(at = "2, 3")
	static double arraysOfOddForms(double x, double y) {
		double[] a[] = helper(), b = new double[]{x, y,};
		double[][] c = new double[2][];
		(c[0]) = b; c[1] = a[1];
		c[0][0] = c[1][1] = x * c[0][1];
		double d = b[0] = b[1] += c[1][0] * x;
		return d * c[0][0] * c[1][1] + new double[] {x, y}[1] + new double[3].length * x;
	}

	@Differentiable
	@Sample(at = {"1.5, 3", "0.5, 0"})
	static double labelsAndUrls(double x, int n) {
		double y = x;
		http://example.org
		for (int i = 0; i < n; i++) {
			y = y * x + i;
			if (y > 7) break http;
		}
		return y;
	}

	static int localTypes(int n) {
		enum Kind
		{ ODD { @Override int of(int i) { return '{' * 0 + 2; } }, EVEN("}{");
			Kind(String ... names) { } int of(int i) { return i; } // }
		}
		interface Giver { int give(); }
		record Row(int a, int b) { int sum() { return a + b; } }
		class Local { Kind kind = Kind.ODD; }
		Giver giver = () -> { enum Inner { ONE, TWO } return Inner.values().length; };
		return new Local().kind.of(n) * giver.give() + new Row(1, 2).sum();
	}

	private static final double[] BESIDE_LOCAL_TYPES = { 2, 3 };

	@Differentiable
	@Sample(at = "2", gives = "21")
	static double besideLocalTypes(double x) { return x * other() * BESIDE_LOCAL_TYPES[1]; }
	@dev.jacobi.NoDerivative static int other() { return localTypes(1); }

	static abstract class Base { abstract double value(double x); static double half(double x) { return x / 2; } }

	static final class Derived2 extends Base {
		@Override double value(double x) { return super.hashCode() * 0 + x; }

		@Differentiable
		@Sample(at = "[1, 2]", gives = "[1, 2]")
		static double inSubclass(double[] x) { double s = 0; for (double e : x) s += half(e * e); return s; }
	}
}
