package ai.openclaw.diagnostics.json5;

import org.jspecify.annotations.Nullable;

/** Reads numbers, true, false and null. */
final class Words {

    private static final int MAX_NUMBER = 1000;
    private static final int MAX_LONG_DIGITS = 18;
    private static final int MAX_LONG_HEX_DIGITS = 15;
    private static final String NO_WORD = "neither a number nor true, false or null; text must be in quotes";

    private final Cursor cursor;

    Words(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the word or number that begins here. */
    @Nullable
    Object value() {
        int start = cursor.offset();
        boolean signed = cursor.peek() == '+' || cursor.peek() == '-';
        boolean negative = cursor.peek() == '-';
        if (signed) {
            cursor.next();
        }
        boolean digits = Characters.isDigit(cursor.peek()) || cursor.peek() == '.';
        Object value = digits ? number(negative) : word(start, signed, negative);
        if (Characters.isInWord(cursor.peek())) {
            throw new Json5Exception(start, NO_WORD);
        }
        return value;
    }

    private @Nullable Object word(int start, boolean signed, boolean negative) {
        int begin = cursor.offset();
        while (Characters.isIdentifierPart(cursor.peek())) {
            cursor.next();
        }
        String word = cursor.since(begin);
        if (word.equals("Infinity")) {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (word.equals("NaN")) {
            return Double.NaN;
        }
        if (signed || !word.equals("true") && !word.equals("false") && !word.equals("null")) {
            throw new Json5Exception(start, NO_WORD);
        }
        return word.equals("null") ? null : (Object) word.equals("true");
    }

    private Number number(boolean negative) {
        int start = cursor.offset();
        boolean zero = cursor.skip('0');
        if (zero && (cursor.skip('x') || cursor.skip('X'))) {
            return hexadecimal(start, negative);
        }
        int whole = cursor.skipDigits();
        if (zero && whole > 0) {
            throw new Json5Exception(start, "a number must not begin with 0");
        }
        boolean integer = !fraction(start, zero || whole > 0);
        integer &= !exponent(start);
        String digits = bounded(start);
        return integer && digits.length() <= MAX_LONG_DIGITS && !(negative && zero)
                ? (Number) signed(Long.parseLong(digits), negative)
                : (Number) signed(Double.parseDouble(digits), negative);
    }

    private boolean fraction(int start, boolean whole) {
        if (!cursor.skip('.')) {
            return false;
        }
        if (cursor.skipDigits() == 0 && !whole) {
            throw new Json5Exception(start, NO_WORD);
        }
        return true;
    }

    private boolean exponent(int start) {
        if (!cursor.skip('e') && !cursor.skip('E')) {
            return false;
        }
        if (!cursor.skip('+')) {
            cursor.skip('-');
        }
        if (cursor.skipDigits() == 0) {
            throw new Json5Exception(start, "the exponent of a number needs digits");
        }
        return true;
    }

    private Number hexadecimal(int start, boolean negative) {
        int begin = cursor.offset();
        while (Characters.hexDigit(cursor.peek()) >= 0) {
            cursor.next();
        }
        String digits = cursor.since(begin);
        if (digits.isEmpty()) {
            throw new Json5Exception(start, "a hexadecimal number needs digits");
        }
        String number = bounded(start);
        return digits.length() <= MAX_LONG_HEX_DIGITS && !(negative && Long.parseLong(digits, 16) == 0)
                ? (Number) signed(Long.parseLong(digits, 16), negative)
                : (Number) signed(Double.parseDouble(number + "p0"), negative);
    }

    private static Long signed(long value, boolean negative) {
        return negative ? -value : value;
    }

    private static Double signed(double value, boolean negative) {
        return negative ? -value : value;
    }

    private String bounded(int start) {
        String number = cursor.since(start);
        if (number.length() > MAX_NUMBER) {
            throw new Json5Exception(start, "a number of more than " + MAX_NUMBER + " characters");
        }
        return number;
    }
}
