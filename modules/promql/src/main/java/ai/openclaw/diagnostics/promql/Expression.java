package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Label;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * An instant vector, as PromQL text with the labels that its series have.
 *
 * <p>Brackets are set where the operators' precedence asks for them. What is longer than a line is broken at its
 * operators, so that a person can read it in a rule file and in Grafana's editor alike.
 */
public final class Expression {

    private static final int WIDTH = 110;

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int COMPARE = 3;
    private static final int ADD = 4;
    private static final int MULTIPLY = 5;
    private static final int ATOM = 6;

    private final String text;
    private final int binding;
    private final Set<String> labels;

    private Expression(String text, int binding, Set<String> labels) {
        this.text = text;
        this.binding = binding;
        this.labels = labels;
    }

    static Expression atom(String text, Set<String> labels) {
        return new Expression(text, ATOM, new TreeSet<>(labels));
    }

    /** Returns a number without labels. */
    static Expression number(double value) {
        return atom("vector(" + text(value) + ")", Set.of());
    }

    /** Returns the PromQL text. */
    public String text() {
        return text;
    }

    /** Returns the names of the labels that the series have, in alphabetical order; {@code le} is among those of buckets. */
    public Set<String> labels() {
        return Collections.unmodifiableSet(labels);
    }

    /** Returns a scalar expression less the values. */
    static Expression subtractedFrom(String scalar, Expression values) {
        return new Expression(scalar + " - " + values.within(MULTIPLY), ADD, values.labels);
    }

    // --------------------------------------------------------------- numbers

    /** Returns the values times a number. */
    public Expression times(double factor) {
        return new Expression(text(factor) + " * " + within(MULTIPLY), MULTIPLY, labels);
    }

    /** Returns the values divided by a number. */
    public Expression dividedBy(double divisor) {
        return new Expression(within(MULTIPLY) + " / " + text(divisor), MULTIPLY, labels);
    }

    /** Returns a number less the values. */
    public Expression subtractedFrom(double minuend) {
        return subtractedFrom(text(minuend), this);
    }

    /** Returns the values that are greater. */
    public Expression above(double bound) {
        return compared(">", text(bound));
    }

    /** Returns the values that are not smaller. */
    public Expression atLeast(double bound) {
        return compared(">=", text(bound));
    }

    /** Returns the values that are smaller. */
    public Expression below(double bound) {
        return compared("<", text(bound));
    }

    /** Returns the values that are this. */
    public Expression equalTo(double value) {
        return compared("==", text(value));
    }

    private Expression compared(String operator, String bound) {
        return new Expression(within(COMPARE) + " " + operator + " " + bound, COMPARE, labels);
    }

    // ------------------------------------------------------------- operators

    /** Returns the quotient where the divisor is above zero. */
    public Expression per(Expression divisor) {
        return joined("/", divisor.above(0), MULTIPLY);
    }

    /** Returns the sum. */
    public Expression plus(Expression other) {
        return joined("+", other, ADD);
    }

    /** Returns the difference. */
    public Expression minus(Expression other) {
        return joined("-", other, ADD);
    }

    /** Returns the product. */
    public Expression times(Expression other) {
        return joined("*", other, MULTIPLY);
    }

    /** Returns the values that are greater than those of the other side. */
    public Expression above(Expression other) {
        return joined(">", other, COMPARE);
    }

    /** Returns the values that are not greater than those of the other side. */
    public Expression atMost(Expression other) {
        return joined("<=", other, COMPARE);
    }

    /** As {@link #above(Expression)}, where the other side has only these labels and is one for many series. */
    public Expression aboveEach(Expression other, Label... on) {
        requireOnBothSides(">", other, on);
        return broken("> on (" + LabelNames.listed(on) + ") group_left ()", other, COMPARE);
    }

    /** Returns the product, where the other side has only these labels and each of its series meets many. */
    public Expression timesEach(Expression other, Label... on) {
        return withEach("*", other, on);
    }

    /** Returns the quotient where the divisor is above zero; it has only these labels, and each of its series meets many. */
    public Expression perEach(Expression divisor, Label... on) {
        return withEach("/", divisor.above(0), on);
    }

    private Expression withEach(String operator, Expression other, Label... on) {
        requireOnBothSides(operator, other, on);
        return broken(operator + " on (" + LabelNames.listed(on) + ") group_left ()", other, MULTIPLY);
    }

    /** Returns the series that the other side has too. */
    public Expression and(Expression other) {
        return joined("and", other, AND);
    }

    /** Returns the series that the other side does not have. */
    public Expression unless(Expression other) {
        return joined("unless", other, AND);
    }

    /** As {@link #and}, where only these labels are compared. */
    public Expression andOn(Expression other, Label... on) {
        return matched("and", other, on);
    }

    /** As {@link #unless}, where only these labels are compared. */
    public Expression unlessOn(Expression other, Label... on) {
        return matched("unless", other, on);
    }

    private Expression matched(String operator, Expression other, Label... on) {
        requireOnBothSides(operator, other, on);
        return broken(operator + " on (" + LabelNames.listed(on) + ")", other, AND);
    }

    private void requireOnBothSides(String operator, Expression other, Label... on) {
        for (Label label : on) {
            if (!labels.contains(label.name()) || !other.labels.contains(label.name())) {
                throw new QueryException(
                        operator + " on " + label.name() + ": not on both sides of " + this + " and " + other);
            }
        }
    }

    /**
     * Returns the series of both sides, whatever their labels; of equal ones those of this side. What both have as labels
     * can be grouped by.
     */
    public Expression together(Expression other) {
        Set<String> common = new TreeSet<>(labels);
        common.retainAll(other.labels);
        return broken("or", other, OR, common);
    }

    /** Returns these series, and those of the other side that are not among them. */
    public Expression or(Expression other) {
        return joined("or", other, OR);
    }

    /** Returns 0 where there would be nothing; only for an expression without labels. */
    public Expression orZero() {
        return joined("or", number(0), OR);
    }

    private Expression joined(String operator, Expression other, int own) {
        if (!labels.equals(other.labels)) {
            throw new QueryException(
                    operator + ": labels " + labels + " against " + other.labels + " in " + this + " and " + other);
        }
        return broken(operator, other, own);
    }

    private Expression broken(String operator, Expression other, int own) {
        return broken(operator, other, own, labels);
    }

    private Expression broken(String operator, Expression other, int own, Set<String> result) {
        String left = within(own);
        String right = other.within(own + 1); // operators of one precedence bind to the left
        String line = left + " " + operator + " " + right;
        boolean fits = line.length() <= WIDTH && line.indexOf('\n') < 0;
        return new Expression(fits ? line : left + "\n" + operator + "\n" + right, own, result);
    }

    // ------------------------------------------------------------------ text

    private String within(int outer) {
        return binding < outer ? inBrackets() : text;
    }

    String inBrackets() {
        return text.indexOf('\n') < 0 ? "(" + text + ")" : "(\n" + text.indent(2) + ")";
    }

    /** A number as a person writes it: no exponent, no needless fraction. */
    static String text(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return text;
    }
}
